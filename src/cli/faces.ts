import type { Outcome } from "../model/verdict.ts";
import type { Tone } from "./paint.ts";

/** A shape as well as a colour for each outcome. */
export const faces: Readonly<Record<Outcome, readonly [symbol: string, tone: Tone]>> = {
  ok: ["✓", "good"],
  slow: ["◷", "warn"],
  degraded: ["◐", "warn"],
  partial: ["◔", "bad"],
  failed: ["✗", "bad"],
};
