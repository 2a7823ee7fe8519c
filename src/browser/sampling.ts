import type { Remote } from "comlink";
import type { Distribution } from "../model/distribution.ts";
import type { Sampling } from "../session/ports/sampling.ts";
import type { SamplingWorker } from "./sampling-worker.ts";

interface Running {
  readonly worker: Worker;
  readonly remote: Promise<{
    readonly proxy: typeof import("comlink").proxy;
    readonly sample: Remote<SamplingWorker>["sample"];
  }>;
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
    // The page's end of the line comes with the worker: nobody needs it before.
    const remote = import("comlink").then(({ proxy, wrap }) => ({
      proxy,
      sample: wrap<SamplingWorker>(worker).sample,
    }));
    return { worker, remote };
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
        const onShare = (share: number) => {
          if (!settled) onProgress?.(share);
        };
        remote
          .then(({ proxy, sample }) => sample(request, proxy(onShare)))
          .then((distribution) => {
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
