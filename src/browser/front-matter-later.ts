import { type FrontMatter, noFrontMatter } from "../chapter/front-matter/front-matter.ts";
import type { readFrontMatter as Read } from "../chapter/front-matter/read-front-matter.ts";

let read: typeof Read | undefined;

/** Where a file's front matter stands, if it begins with one. */
const opening = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

/** Fetches the reader of YAML, which weighs as much as half of the rest, when one of the texts is more than plain lines. */
export async function prepareFrontMatter(texts: readonly string[]): Promise<void> {
  const yaml = texts.flatMap((text) => opening.exec(text)?.[1] ?? []);
  if (read || yaml.every((text) => readPlainFrontMatter(text) !== undefined)) return;
  read = (await import("../chapter/front-matter/read-front-matter.ts")).readFrontMatter;
}

/** Stands for the reader where the web component is built (.ci/build-element.mjs). */
export const readFrontMatter: typeof Read = (text, offset, line, problems) => {
  if (read) return read(text, offset, line, problems);
  const plain = readPlainFrontMatter(text);
  if (!plain) problems.add("error", "front-matter/invalid", "The front matter could not be read.", { line, column: 1 });
  return plain ?? noFrontMatter;
};

const ours = /^(?:layers|faults|choices|budget|order|type)$/;

/** Front matter as most docs have it, a word and a line of text each; undefined when it says anything more. */
export function readPlainFrontMatter(text: string): FrontMatter | undefined {
  const said = new Map<string, string>();
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === "") continue;
    // A text that YAML could take for something else (quotes, lists, a second colon, a comment) is left to its reader.
    const found = /^([A-Za-z][\w-]*): +([\p{L}\p{N}(][^#:]*)$/u.exec(line);
    const [, key = "", value = ""] = found ?? [];
    if (!found || ours.test(key) || said.has(key) || /^(?:null|0[xo]?[\da-f]+|[\d.e+_-]+)$/i.test(value.trim()))
      return undefined;
    said.set(key, value.trim());
  }
  const title = said.get("title");
  const summary = said.get("summary");
  return { ...noFrontMatter, ...(title ? { title } : {}), ...(summary ? { summary } : {}) };
}
