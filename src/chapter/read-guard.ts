import type { ProblemList } from "./problem-list.ts";
import { fileStart } from "./problem-list.ts";

/** The longest chapter that is read, in UTF-16 units: some 20,000 messages. */
export const longestChapter = 2_000_000;

/** Each of them would be looked at for every line below it. One way to match only, so that this test takes no long time itself. */
const tooDeep = /^(?:[ \t]{0,8}(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))){100}/m;

/**
 * Whether the text can be read as a chapter at all; if not, a problem says why and nothing of it is read. An empty
 * text is one too.
 */
export function isReadable(text: string, problems: ProblemList): boolean {
  if (text.length > longestChapter) {
    const size = (text.length / 1e6).toFixed(1);
    const most = longestChapter / 1e6;
    problems.add(
      "error",
      "chapter/too-large",
      `The file has ${size} million characters; up to ${most} million are read. Split it into chapters.`,
      fileStart,
    );
    return false;
  }
  const head = text.slice(0, 8000);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what tells a binary file.
  const strange = head.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g)?.length ?? 0;
  if (head.includes("\u0000") || strange > head.length * 0.02) {
    problems.add(
      "error",
      "chapter/not-text",
      "This is not a text file. A chapter is Markdown, or Mermaid text by itself.",
      fileStart,
    );
    return false;
  }
  const deep = tooDeep.exec(text);
  if (deep) {
    const line = text.slice(0, deep.index).split("\n").length;
    const message =
      "A line opens over 100 lists or quotations. Such nesting is not read; nothing of this file is played.";
    problems.add("error", "chapter/too-deep", message, { line, column: 1 });
    return false;
  }
  if (text.trim() === "") {
    problems.add(
      "error",
      "chapter/empty",
      "The file is empty. A chapter is Markdown with Mermaid sequence diagrams.",
      fileStart,
    );
    return false;
  }
  return true;
}
