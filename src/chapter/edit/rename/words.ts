import type { TextEdit } from "../text-edit.ts";

/** One word, or a label of several, that takes the place of another. */
export interface Renamed {
  readonly from: string;
  readonly to: string;
}

/** A text as a pattern that only it fits. */
export const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** A name as a whole word: no part of a longer one, of a host name, a path or a compound. */
const whole = (name: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}_@/]|[\\p{L}\\p{N}][.-])${escaped(name)}(?![\\p{L}\\p{N}_/]|[.-][\\p{L}\\p{N}])`, "gu");

/** Code that is more than the name, the targets of links, addresses and markup: nothing that is read as words. */
const noWords = /`[^`]*`|\]\([^)]*\)|<[^>]*>|\bhttps?:\S+/g;

/** Where a stretch of Markdown says one of the names. What a longer name covers is not looked at again. */
export function editsOfWords(text: string, offset: number, names: readonly Renamed[]): TextEdit[] {
  const words = text.replace(noWords, (piece) => {
    const code = /^`\s*(.+?)\s*`$/.exec(piece)?.[1];
    return names.some(({ from }) => from === code) ? piece : "\0".repeat(piece.length);
  });
  const edits: TextEdit[] = [];
  for (const { from, to } of [...names].sort((a, b) => b.from.length - a.from.length)) {
    for (const { index } of words.matchAll(whole(from))) {
      const start = offset + index;
      const end = start + from.length;
      if (!edits.some((edit) => edit.start < end && start < edit.end)) edits.push({ start, end, text: to });
    }
  }
  return edits.sort((a, b) => a.start - b.start);
}

/** A title with its names renamed. */
export function renameIn(text: string, names: readonly Renamed[]): string {
  return editsOfWords(text, 0, names).reduceRight(
    (said, edit) => said.slice(0, edit.start) + edit.text + said.slice(edit.end),
    text,
  );
}
