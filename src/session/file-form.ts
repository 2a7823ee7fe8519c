import type { OpenedFile } from "./ports/reader.ts";

/** A file as the editor counts: with line feeds alone. How most of its lines ended is noted, unless it is already. */
export function formForEditor({ text, ...file }: OpenedFile): OpenedFile {
  const lineEnd = file.lineEnd ?? commonEnd(text);
  return { ...file, text: text.replace(/\r\n?/g, "\n"), ...(lineEnd === "\n" ? {} : { lineEnd }) };
}

/** The text as its file had it, so that a comparison of the two shows what was written and nothing else. */
export function formForFile({ text, lineEnd = "\n", mark = "" }: Omit<OpenedFile, "file">): string {
  return mark + text.split("\n").join(lineEnd);
}

/** How most lines end; of equals, the one that stands first. */
function commonEnd(text: string): string {
  const counts = new Map<string, number>();
  for (const [end] of text.matchAll(/\r\n?|\n/g)) counts.set(end, (counts.get(end) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? "\n";
}
