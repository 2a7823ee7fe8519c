import type { Trace } from "../model/trace.ts";

/** Whether the chapter states any time on this path; if not, 0 ms would be a figure that nobody gave. */
export function hasTimes({ total }: Trace): boolean {
  return total.min > 0 || (total.max !== null && total.max > 0);
}
