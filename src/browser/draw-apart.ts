import { type Remote, wrap } from "comlink";
import type { Working } from "../session/ports/working.ts";
import type { DrawingWorker } from "./drawing-worker.ts";

export type Drawer = Remote<DrawingWorker>;

/** Has something drawn in a worker, which ends with the answer, or with nobody wanting it any more. */
export function drawApart<Result>(draw: (drawer: Drawer) => Promise<Result>): Working<Result> {
  const worker = new Worker(new URL("./drawing-worker.ts", import.meta.url), { type: "module", name: "drawing" });
  let cancel = (): void => {};
  const done = new Promise<Result | undefined>((resolve, reject) => {
    cancel = () => resolve(undefined);
    // Without this, a worker whose script cannot be loaded would be waited for without end.
    worker.onerror = () => reject(new Error("What draws could not be loaded."));
    draw(wrap<DrawingWorker>(worker)).then(resolve, reject);
  }).finally(() => worker.terminate());
  return { done, cancel };
}
