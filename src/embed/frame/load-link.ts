import type { Library } from "../../model/chapter.ts";
import type { Link } from "../../session/link/link.ts";
import { type LoadingPorts, loadSource } from "../../session/load-source.ts";
import type { Refusal } from "../../session/refusals.ts";
import type { Source } from "../../session/state.ts";

/** Reads the chapter that an embed's link points to. Never rejects. */
export async function loadLink(link: Link, ports: LoadingPorts): Promise<Library | Refusal> {
  const source = sourceOf(link);
  if (!source) {
    return {
      title: "There is nothing to play",
      message: "The embed's address names no chapter (chapter=…) and no file to read (src=…).",
    };
  }
  if (source.kind === "url") ports.reader.expect?.(source.url);
  const loaded = await loadSource(source, ports);
  if ("kind" in loaded) return { title: loaded.title, message: loaded.message };
  const { library } = loaded;
  if (library.chapters.some(({ scenarios }) => scenarios.length > 0)) return library;
  const first = library.problems.find(({ severity }) => severity === "error") ?? library.problems[0];
  return {
    title: "There is nothing to play in this chapter",
    message: first ? `Line ${first.line}: ${first.message}` : "It holds no Mermaid sequence diagram.",
  };
}

/** A chapter of the reader's own is in their browser's storage, which an embed does not look into. */
function sourceOf({ carried, src, chapter }: Link): Source | undefined {
  if (carried !== undefined) return { kind: "carried", payload: carried };
  if (src !== undefined) return { kind: "url", url: src };
  return chapter === undefined ? undefined : { kind: "shipped", chapter };
}
