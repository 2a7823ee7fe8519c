import type { Scenario } from "../model/scenario.ts";
import type { Trace } from "../model/trace.ts";

/** Indexes, in the trace, of the messages whose text or participants hold `text`, whatever its case. Empty for "". */
export function findMessages(scenario: Scenario, trace: Trace, text: string): readonly number[] {
  const wanted = fold(text);
  if (wanted === "") return [];
  const named = new Set(scenario.participants.filter((one) => fold(one.label).includes(wanted)).map((one) => one.key));
  return trace.messages
    .filter((one) => named.has(one.from) || named.has(one.to) || fold(one.text).includes(wanted))
    .map((one) => one.index);
}

/** The hit after (or, with `by: -1`, before) the message at `index`, going round at the ends. */
export function nextHit(hits: readonly number[], index: number, by: 1 | -1): number | undefined {
  if (by === 1) return hits.find((hit) => hit > index) ?? hits[0];
  return hits.findLast((hit) => hit < index) ?? hits.at(-1);
}

/** A line of text in pieces, those that hold `text` marked. */
export function markText(line: string, text: string): readonly { readonly text: string; readonly hit: boolean }[] {
  const wanted = fold(text);
  const folded = line.toLowerCase();
  // Lower case may be longer than what it was made from (İ); then nothing is marked rather than the wrong letters.
  if (wanted === "" || folded.length !== line.length) return [{ text: line, hit: false }];
  const pieces: { text: string; hit: boolean }[] = [];
  let from = 0;
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, from)) {
    if (at > from) pieces.push({ text: line.slice(from, at), hit: false });
    pieces.push({ text: line.slice(at, at + wanted.length), hit: true });
    from = at + wanted.length;
  }
  if (from < line.length || pieces.length === 0) pieces.push({ text: line.slice(from), hit: false });
  return pieces;
}

function fold(text: string): string {
  return text.trim().replace(/\s+/gu, " ").toLowerCase();
}
