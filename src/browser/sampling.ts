import { proxy, type Remote, wrap } from "comlink";
import type { Distribution } from "../model/distribution.ts";
import type { Sampling } from "../session/ports/sampling.ts";
import type { SamplingWorker } from "./sampling-worker.ts";

interface Running {
  readonly worker: Worker;
  readonly remote: Remote<SamplingWorker>;
}

/**
 * Samples in a worker that is started with the first request. A sampling is one long computation that cannot be
 * interrupted from outside, so cancelling ends its worker; the next request starts another.
 */
export function createSampling(): Sampling {
  let running: Running | undefined;
  let cancelLast: (() => void) | undefined;

  const start = (): Running => {
    const worker = new Worker(new URL("./sampling-worker.ts", import.meta.url), { type: "module", name: "sampling" });
    return { worker, remote: wrap<SamplingWorker>(worker) };
  };

  return {
    sample(request, onProgress) {
      cancelLast?.();
      const { worker, remote } = running ?? start();
      running = { worker, remote };
      let settled = false;
      let cancel: () => void = () => {};
      const done = new Promise<Distribution | undefined>((resolve, reject) => {
        const drop = () => {
          settled = true;
          worker.terminate();
          if (running?.worker === worker) running = undefined;
        };
        cancel = () => {
          if (settled) return;
          drop();
          resolve(undefined);
        };
        const fail = (reason: unknown) => {
          if (settled) return;
          drop();
          reject(reason instanceof Error ? reason : new Error("The sampling worker did not start."));
        };
        // Without this, a worker whose script cannot be loaded would be waited for without end.
        worker.onerror = fail;
        const progress = proxy((share: number) => {
          if (!settled) onProgress?.(share);
        });
        remote.sample(request, progress).then((distribution) => {
          if (settled) return;
          settled = true;
          resolve(distribution);
        }, fail);
      });
      cancelLast = cancel;
      return { done, cancel };
    },
  };
}
