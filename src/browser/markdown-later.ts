import type { readMarkdown as Read } from "../chapter/read-markdown.ts";
import { isSequenceText } from "../chapter/sequence/is-sequence-text.ts";
import { prepareFrontMatter } from "./front-matter-later.ts";

let read: typeof Read | undefined;

/** Fetches the reader of Markdown and its tables, a fifth of the component. */
export async function fetchMarkdownReader(): Promise<void> {
  read ??= (await import("../chapter/read-markdown.ts")).readMarkdown;
}

/** Fetches what these texts are read with; undefined when all is there, as it is for a diagram by itself. */
export function prepareReading(texts: readonly string[]): Promise<unknown> | undefined {
  const chapters = texts.filter((text) => !isSequenceText(text));
  return chapters.length > 0 ? Promise.all([fetchMarkdownReader(), prepareFrontMatter(chapters)]) : undefined;
}

/** Stands for the reader where the web component is built (.ci/element-config.mjs); it has been prepared by then. */
export const readMarkdown: typeof Read = (...asked) => {
  if (!read) throw new Error("The reader of Markdown has not been fetched.");
  return read(...asked);
};
