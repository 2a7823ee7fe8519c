import type { Clock } from "./ports/clock.ts";

/** Work may hold the page up for so long, ms, before it lets a frame pass. */
const slice = 8;

/**
 * Does a long job in slices between frames, so that the page stays alive. It begins with the next task: what asks for it,
 * a click and the drawing that follows, is long enough by itself. Returns a function that cancels it.
 */
export function inSlices(clock: Clock, job: Iterator<unknown>, onDone: () => void): () => void {
  let cancelWait = clock.after(0, go);
  function go(): void {
    const until = clock.now() + slice;
    do {
      if (job.next().done) {
        onDone();
        return;
      }
    } while (clock.now() < until);
    cancelWait = clock.after(0, go);
  }
  return () => cancelWait();
}
