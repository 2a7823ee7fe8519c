import { printChapter } from "../print-chapter.ts";
import type { TextEdit } from "./text-edit.ts";

/** How far a line is looked for when the two texts have lost step. */
const reach = 60;

/** The chapter in canonical form, as edits of single lines: a cursor keeps its place among them. */
export function formatEdits(file: string, text: string): readonly TextEdit[] {
  return lineEdits(text, printChapter(file, text));
}

interface Line {
  readonly text: string;
  readonly start: number;
  /** Without blanks: what formatting does not change. */
  readonly bare: string;
}

/** Edits that make `after` of `before`, line by line where lines differ in their blanks only. */
export function lineEdits(before: string, after: string): readonly TextEdit[] {
  const old = linesOf(before);
  const now = linesOf(after);
  const edits: TextEdit[] = [];
  const put = (start: number, end: number, text: string): void => {
    const trimmed = trim(before, { start, end, text });
    if (trimmed) edits.push(trimmed);
  };
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    const [a, b] = [old[i], now[j]];
    if (a && b && a.bare === b.bare) {
      put(a.start, a.start + a.text.length, b.text);
      i += 1;
      j += 1;
      continue;
    }
    const meet = findMeeting(old, now, i, j);
    const start = a?.start ?? before.length;
    const end = old[meet.i]?.start ?? before.length;
    put(
      start,
      end,
      now
        .slice(j, meet.j)
        .map((line) => line.text)
        .join(""),
    );
    i = meet.i;
    j = meet.j;
  }
  return edits;
}

function linesOf(text: string): Line[] {
  let start = 0;
  return text
    .split(/(?<=\n)/)
    .filter((line) => line !== "")
    .map((line) => {
      const made = { text: line, start, bare: line.replace(/\s+/g, "") };
      start += line.length;
      return made;
    });
}

/** The nearest pair of lines from which both texts go on alike; the ends of both when there is none in reach. */
function findMeeting(old: readonly Line[], now: readonly Line[], i: number, j: number): { i: number; j: number } {
  for (let sum = 1; sum <= reach; sum += 1) {
    for (let skip = 0; skip <= sum; skip += 1) {
      const [a, b] = [old[i + skip], now[j + sum - skip]];
      if (a && b && a.bare === b.bare && a.bare !== "") return { i: i + skip, j: j + sum - skip };
    }
  }
  return { i: old.length, j: now.length };
}

/** Leaves out what both have in front and behind; undefined when nothing remains. */
function trim(before: string, edit: TextEdit): TextEdit | undefined {
  let { start, end, text } = edit;
  while (start < end && text !== "" && before[start] === text[0]) {
    start += 1;
    text = text.slice(1);
  }
  while (start < end && text !== "" && before[end - 1] === text.at(-1)) {
    end -= 1;
    text = text.slice(0, -1);
  }
  return start === end && text === "" ? undefined : { start, end, text };
}
