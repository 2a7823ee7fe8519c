import type { Piece } from "./piece.ts";

/** A run of `*`, `_` or `~`. */
export interface Run {
  readonly piece: Piece;
  readonly mark: string;
  /** Marks it had, and has left. */
  readonly length: number;
  left: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

const isSpace = (character: string): boolean => character === "" || /\s/u.test(character);
const isPunctuation = (character: string): boolean => /[\p{P}\p{S}]/u.test(character);

/** Whether a run between these two characters may open and close (CommonMark, section 6.2). */
export function flanks(mark: string, before: string, after: string): { opens: boolean; closes: boolean } {
  const left = !isSpace(after) && (!isPunctuation(after) || isSpace(before) || isPunctuation(before));
  const right = !isSpace(before) && (!isPunctuation(before) || isSpace(after) || isPunctuation(after));
  if (mark !== "_") return { opens: left, closes: right };
  return { opens: left && (!right || isPunctuation(before)), closes: right && (!left || isPunctuation(after)) };
}

/** Whether the one ends what the other began. Of runs that could do both, the lengths decide (CommonMark, rules 9 and 10). */
function fits(opener: Run | undefined, closer: Run): boolean {
  if (opener?.mark !== closer.mark) return false;
  if (opener.mark === "~") return opener.left === closer.left;
  return !(
    (opener.closes || closer.opens) &&
    (opener.length + closer.length) % 3 === 0 &&
    (opener.length % 3 !== 0 || closer.length % 3 !== 0)
  );
}

/** Joins the runs from `bottom` on into emphasis, and takes them off the list. */
export function joinRuns(runs: Run[], bottom: number): void {
  const openers: Run[] = [];
  // Below these heights of the stack nothing opens for a closer of that kind, so that nothing is looked at twice.
  const floors = new Map<string, number>();
  const cutTo = (height: number): void => {
    openers.length = height;
    for (const [kind, floor] of floors) if (floor > height) floors.set(kind, height);
  };
  for (let at = bottom; at < runs.length; at += 1) {
    const run = runs[at];
    if (!run) break;
    while (run.closes && run.left > 0) {
      const kind = `${run.mark}${run.opens}${run.mark === "~" ? run.left : run.length % 3}`;
      const floor = floors.get(kind) ?? 0;
      let found = openers.length - 1;
      while (found >= floor && !fits(openers[found], run)) found -= 1;
      const opener = found < floor ? undefined : openers[found];
      if (!opener) {
        floors.set(kind, openers.length);
        break;
      }
      join(opener, run);
      // What stands between them can no longer reach beyond.
      cutTo(opener.left > 0 ? found + 1 : found);
    }
    if (run.opens && run.left > 0) openers.push(run);
  }
  runs.length = bottom;
}

function join(opener: Run, closer: Run): void {
  const isDeleted = closer.mark === "~";
  const size = isDeleted ? closer.left : Math.min(2, opener.left, closer.left);
  const type = isDeleted ? "delete" : size === 2 ? "strong" : "emphasis";
  opener.piece.opens.unshift({ type, children: [] });
  closer.piece.closes += 1;
  for (const run of [opener, closer]) {
    run.left -= size;
    run.piece.text = run.mark.repeat(run.left);
  }
}
