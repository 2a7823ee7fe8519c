import type { Edit, Fix } from "../../model/fix.ts";
import { lineOf, newlineOf } from "./text-lines.ts";

/** Puts `words` as lines of their own before line `n`, indented as it is. None where `n` does not begin at `column`. */
export function insertBefore(text: string, n: number, column: number, words: readonly string[]): Edit[] | undefined {
  const line = lineOf(text, n);
  const before = line?.text.slice(0, column - 1);
  // Behind a semicolon there is no line to put anything before; `>` is a quotation's own mark.
  if (!line || before === undefined || !/^[\s>]*$/.test(before)) return undefined;
  const put = words.map((each) => `${before}${each}${newlineOf(text)}`).join("");
  return [{ start: line.start, end: line.start, text: put }];
}

/** Puts `now` in place of `was`, if that stands in line `n` exactly once. */
export function replaceIn(text: string, n: number, was: string, now: string): Edit[] | undefined {
  const line = lineOf(text, n);
  const at = line && was !== "" ? line.text.indexOf(was) : -1;
  if (!line || at < 0 || line.text.indexOf(was, at + 1) >= 0) return undefined;
  return [{ start: line.start + at, end: line.start + at + was.length, text: now }];
}

/** A fix by edits where there are some, else in words alone. */
export function fixOf(title: string, edits: readonly Edit[] | undefined, words = title): Fix {
  return edits ? { title, edits } : { title: words };
}
