import { wrap } from "comlink";
import type { Drawings, Drawn } from "../session/ports/drawing.ts";
import type { Working } from "../session/ports/text-tools.ts";

/** Has a run drawn in a worker, which ends with the drawing, or with nobody wanting it any more. */
export function drawApart<D extends keyof Drawings>(what: D, how: Parameters<Drawings[D]>): Working<Drawn<D>> {
  const worker = new Worker(new URL("./drawing-worker.ts", import.meta.url), { type: "module", name: "drawing" });
  let cancel = (): void => {};
  const done = new Promise<Drawn<D> | undefined>((resolve, reject) => {
    cancel = () => resolve(undefined);
    // Without this, a worker whose script cannot be loaded would be waited for without end.
    worker.onerror = () => reject(new Error("What draws could not be loaded."));
    const draw = wrap<Drawings>(worker)[what] as unknown as (...how: readonly unknown[]) => Promise<Drawn<D>>;
    draw(...how).then(resolve, reject);
  }).finally(() => worker.terminate());
  return { done, cancel };
}
