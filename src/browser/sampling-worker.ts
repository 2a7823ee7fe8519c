import { expose, transfer } from "comlink";
import { sampleRun } from "../engine/sample-run.ts";
import type { Distribution } from "../model/distribution.ts";
import type { SampleRequest } from "../session/ports/sampling.ts";

/** What the page may ask of the worker. */
export interface SamplingWorker {
  sample(request: SampleRequest, onProgress: (share: number) => void): Distribution;
}

const worker: SamplingWorker = {
  sample({ scenario, system, run, samples }, onProgress) {
    const distribution = sampleRun(scenario, system, run, samples, (done) => {
      onProgress(done / samples);
      return true;
    });
    // The samples are handed over, not copied: the page would feel 800 kB.
    return transfer(distribution, [distribution.sorted.buffer]);
  },
};

expose(worker);
