import type { Library } from "../model/chapter.ts";
import { isDraft } from "./draft-id.ts";
import type { Ports } from "./ports/ports.ts";
import type { OpenedFile } from "./ports/reader.ts";
import type { Opened, Source } from "./state.ts";
import { textLimit } from "./text-limit.ts";

/** What reading a chapter asks of the world outside. */
export type LoadingPorts = Pick<Ports, "shelf" | "reader" | "packer" | "fetcher">;

type Failed = Extract<Opened, { kind: "failed" }>;

export interface Loaded {
  readonly library: Library;
  /** The text it was read from, where the page read it itself. */
  readonly files: readonly OpenedFile[];
}

/** What cannot be opened is said in words that chapters which came with the page never need. */
const loadRefusals = () => import("./refusals.ts");

/** Reads what a source points to. Never rejects. */
export async function loadSource(source: Source, ports: LoadingPorts): Promise<Loaded | Failed> {
  try {
    if (source.kind === "shipped") {
      const library = await ports.shelf.load(source.chapter);
      if (library) return { library, files: [] };
      return {
        kind: "failed",
        title: "There is no such chapter",
        message: `“${source.chapter}” is not among the chapters that came with this page. It may have been renamed.`,
      };
    }
    if (source.kind === "own") {
      const { refuseText } = await loadRefusals();
      for (const { file, text } of isDraft(source.chapter) ? [] : source.files) {
        const refusal = refuseText(file, text);
        if (refusal && (source.files.length === 1 || text.length > textLimit)) return { kind: "failed", ...refusal };
      }
      const { readOwnFiles } = await import("./read-own.ts");
      return { library: await readOwnFiles(ports.reader, source.files), files: source.files };
    }
    if (source.kind === "carried") return await loadCarried(source, ports);
    return await loadUrl(source, ports);
  } catch (error) {
    return {
      kind: "failed",
      title: "The chapter could not be loaded",
      message: error instanceof Error ? error.message : String(error),
      retry: source,
    };
  }
}

async function loadCarried(
  source: Extract<Source, { kind: "carried" }>,
  ports: LoadingPorts,
): Promise<Loaded | Failed> {
  // Few links carry a chapter; the others need not wait for how that is read.
  const { unpackChapter } = await import("./carry-chapter.ts");
  const unpacked = await unpackChapter(source.payload, ports.packer, textLimit);
  if (unpacked.kind === "failed") return { kind: "failed", title: unpacked.title, message: unpacked.message };
  const { files } = unpacked;
  const { refuseText } = await loadRefusals();
  for (const { file, text } of files) {
    const refusal = refuseText(file, text);
    if (refusal && files.length === 1) return { kind: "failed", ...refusal };
  }
  return { library: await ports.reader.read("carried", files), files };
}

async function loadUrl(source: Extract<Source, { kind: "url" }>, ports: LoadingPorts): Promise<Loaded | Failed> {
  const [{ rawAddress }, { refuseFetched }] = await Promise.all([import("./raw-address.ts"), loadRefusals()]);
  const url = rawAddress(source.url);
  if (!url) {
    return {
      kind: "failed",
      title: "This is not an address Hopwise can read",
      message: `“${source.url}” should be an https address of a Markdown file, or a path beside this page.`,
    };
  }
  const fetched = await ports.fetcher.fetchText(url, textLimit);
  const refusal = refuseFetched(source.url, fetched, ", or open the file from your device");
  if (refusal || fetched.kind !== "text") {
    return { kind: "failed", title: "", message: "", ...refusal, retry: source };
  }
  const file = url.split(/[?#]/)[0]?.split("/").at(-1) || "chapter.md";
  const files = [{ file: decodeName(file), text: fetched.text }];
  return { library: await ports.reader.read("elsewhere", files), files };
}

function decodeName(file: string): string {
  try {
    return decodeURIComponent(file);
  } catch {
    return file;
  }
}
