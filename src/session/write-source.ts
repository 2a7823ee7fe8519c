import type { ChapterId } from "../model/ids.ts";
import { isDraft } from "./draft-id.ts";
import { formForEditor } from "./file-form.ts";
import type { Ports } from "./ports/ports.ts";
import type { OpenedFile } from "./ports/reader.ts";
import type { Origin, SessionState, Source } from "./state.ts";

export interface WriteSource {
  readonly files: readonly OpenedFile[];
  /** The file to begin with. */
  readonly file: string;
  readonly draft?: ChapterId;
  readonly origin?: string;
  /** Where that stands. */
  readonly from?: Origin | undefined;
}

/** One name for what is open: another name means another text. */
export function sourceKey(opened: SessionState["opened"]): string | undefined {
  if (opened.kind !== "open") return undefined;
  const { source } = opened;
  if (source.kind === "url") return `url:${source.url}`;
  return source.kind === "carried" ? `carried:${source.payload}` : source.chapter;
}

/** The text of what is open, with line feeds alone, as the editor counts. Shipped chapters come with the index that their library shares. */
export async function loadWriteSource(state: SessionState, ports: Ports): Promise<WriteSource | undefined> {
  const found = await findSource(state, ports);
  return found && { ...found, files: found.files.map(formForEditor) };
}

async function findSource(state: SessionState, ports: Ports): Promise<WriteSource | undefined> {
  const { opened } = state;
  if (opened.kind !== "open") return undefined;
  const { source, library } = opened;
  const shown = library.chapters.find(({ scenarios }) => scenarios.some(({ id }) => id === state.scenario));
  if (source.kind === "own" && isDraft(source.chapter)) {
    const draft = await ports.drafts.read(source.chapter);
    const files = draft?.files ?? source.files;
    return {
      files,
      file: draft?.file ?? shown?.file ?? firstOf(files),
      draft: source.chapter,
      from: draft?.from ?? source.from,
      ...(draft?.origin === undefined ? {} : { origin: draft.origin }),
    };
  }
  if (source.kind !== "shipped") {
    const origin = source.kind === "url" ? source.url : source.kind === "own" ? source.chapter : "a link";
    return { files: opened.files, file: shown?.file ?? firstOf(opened.files), origin, from: originOf(source) };
  }
  const file = (shown ?? library.chapters[0])?.file;
  if (file === undefined) return undefined;
  const index = file.replace(/[^/]*$/, "index.md");
  const names = index === file ? [file] : [index, file];
  const texts = await Promise.all(names.map((name) => ports.shelf.text(name)));
  const files = names.flatMap((name, k) => (texts[k] === undefined ? [] : [{ file: name, text: texts[k] ?? "" }]));
  return { files, file, origin: source.chapter, from: source };
}

function originOf(source: Source): Origin | undefined {
  if (source.kind === "own") return source.from;
  return source.kind === "carried" ? undefined : source;
}

function firstOf(files: readonly OpenedFile[]): string {
  return (files.find(({ file }) => !/(^|\/)index\.md$/i.test(file)) ?? files[0])?.file ?? "chapter.md";
}
