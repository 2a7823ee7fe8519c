import { printDuration } from "../../../lib/print-duration.ts";
import type { Difference } from "../../../session/results.ts";

interface Said {
  readonly text: string;
  readonly tone: "faster" | "slower" | "same";
}

/** `−20 … −60 ms, p50 −40 ms`: what changes at least, at most and, once it is sampled, in the median. */
export function sayDifference({ least, most, p50 }: Difference): Said {
  const near = (value: number): number => (Math.abs(value) < 0.005 ? 0 : value);
  const a = near(least);
  const b = most === null ? null : near(most);
  if (a === 0 && b === 0) return { text: "no difference", tone: "same" };
  // One of the two waits without a stated end: by how much they differ is for nobody to say.
  if (b === null) return { text: "difference not documented", tone: "slower" };
  const median = p50 === undefined || a === b ? "" : `, p50 ${signed(Math.round(p50))}`;
  const text = a === b ? signed(a) : `${signed(a)} … ${signed(b)}`;
  return { text: `${text}${median}`, tone: a <= 0 && b <= 0 ? "faster" : "slower" };
}

function signed(ms: number): string {
  return ms === 0 ? "±0 ms" : `${ms < 0 ? "−" : "+"}${printDuration(Math.abs(ms))}`;
}

/** What was won or lost already, by having chosen against `other`. */
export function reverse({ least, most, p50 }: Difference): Difference {
  return { least: -least, most: most === null ? null : -most, ...(p50 === undefined ? {} : { p50: -p50 }) };
}
