import { parseLibrary } from "../../../src/chapter/parse-library.ts";
import { sampleRun } from "../../../src/engine/sample-run.ts";
import { healthyRun } from "../../../src/model/run.ts";

interface Wish {
  readonly chapter: string;
  readonly index: string;
  /** 0 only warms up. */
  readonly samples: number;
}

self.onmessage = ({ data }: MessageEvent<Wish>) => {
  const library = parseLibrary("bench", [
    { file: "index.md", text: data.index },
    { file: "chapter.md", text: data.chapter },
  ]);
  const scenario = library.chapters[0]?.scenarios[0];
  if (!scenario) throw new Error("no scenario was read");
  const distribution = sampleRun(scenario, library.system, healthyRun, Math.max(1, data.samples));
  self.postMessage(distribution.p50);
};
