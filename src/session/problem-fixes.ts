import { getCoverage } from "../analysis/get-coverage.ts";
import { applyFix } from "../chapter/apply-fix.ts";
import type { Chapter } from "../model/chapter.ts";
import type { Fix } from "../model/fix.ts";

export type { Coverage, Covered } from "../analysis/get-coverage.ts";

/** How much of a chapter has an answer to "and when this fails?". */
export function coverageOf(chapter: Chapter) {
  return getCoverage({ chapters: [chapter], system: chapter.system });
}

/** The lines that a fix changes, as they are and as they would be. None for a fix in words, or without the text. */
export function changedLines(
  text: string,
  fix: Fix,
): { was: readonly string[]; becomes: readonly string[] } | undefined {
  if (!fix.edits || fix.edits.length === 0) return undefined;
  const was = text.split(/\r\n|\r|\n/);
  const becomes = applyFix(text, fix).split(/\r\n|\r|\n/);
  let head = 0;
  while (head < Math.min(was.length, becomes.length) && was[head] === becomes[head]) head += 1;
  let tail = 0;
  const most = Math.min(was.length, becomes.length) - head;
  while (tail < most && was.at(-1 - tail) === becomes.at(-1 - tail)) tail += 1;
  return { was: was.slice(head, was.length - tail), becomes: becomes.slice(head, becomes.length - tail) };
}
