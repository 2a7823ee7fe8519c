import "../../../src/ui/theme/tokens.css";
import mermaid from "mermaid";
import { createRoot } from "react-dom/client";
import { getVerdict } from "../../../src/analysis/get-verdict.ts";
import { createMeasure } from "../../../src/browser/measure-text.ts";
import { parseLibrary } from "../../../src/chapter/parse-library.ts";
import { simulate } from "../../../src/engine/simulate.ts";
import { healthyRun } from "../../../src/model/run.ts";
import { makeTrack } from "../../../src/player/track.ts";
import { stageFonts } from "../../../src/scene/measure-text.ts";
import { createPlayhead } from "../../../src/session/playhead.ts";
import { Stage } from "../../../src/ui/walk/stage/Stage.tsx";

/** What bench.ts calls in this page. */
export interface BenchPage {
  /** Source text → inserted and painted stage, ms. */
  drawOurs(text: string): Promise<number>;
  /** Source text → inserted and painted SVG by `mermaid.render`, ms. */
  drawTheirs(text: string): Promise<number>;
  /** Samples in a worker: how long it took, and the longest that the page was blocked meanwhile, ms. */
  sample(chapter: string, index: string, samples: number): Promise<{ took: number; blocked: number }>;
}

mermaid.initialize({ startOnLoad: false, maxTextSize: 10_000_000, maxEdges: 100_000 });
const measure = createMeasure(stageFonts);

/** After the next frame was painted: the message arrives when the browser is done with it. */
function painted(): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve(performance.now());
      channel.port2.postMessage(0);
    });
  });
}

let drawn = 0;

const page: BenchPage = {
  async drawOurs(text) {
    const place = document.createElement("div");
    place.style.cssText = "position:absolute;inset:0;display:grid";
    document.getElementById("ours")?.append(place);
    await painted();
    const start = performance.now();
    const library = parseLibrary("bench", [{ file: "bench.mmd", text }]);
    const scenario = library.chapters[0]?.scenarios[0];
    if (!scenario) throw new Error("no scenario was read");
    const trace = simulate(scenario, library.system, healthyRun);
    const root = createRoot(place);
    root.render(
      <Stage
        scenario={scenario}
        system={library.system}
        trace={trace}
        verdict={getVerdict(scenario, library.system, trace)}
        track={makeTrack(trace)}
        playhead={createPlayhead()}
        spacing="even"
        focusHop={null}
        faultsOn={[]}
        measure={measure}
        find=""
        onSeek={() => undefined}
        onFocusHop={() => undefined}
        onChoose={() => undefined}
        onToggleFault={() => undefined}
      />,
    );
    // The stage is there when its rows are: React may take several frames to get to them.
    let end = await painted();
    while (place.querySelectorAll(".stage-row").length === 0 && end - start < 20_000) end = await painted();
    const rows = place.querySelectorAll(".stage-row").length;
    root.unmount();
    place.remove();
    if (rows === 0) throw new Error("the stage drew no rows");
    return end - start;
  },
  async drawTheirs(text) {
    const place = document.createElement("div");
    document.getElementById("theirs")?.append(place);
    await painted();
    const start = performance.now();
    drawn += 1;
    const { svg } = await mermaid.render(`theirs-${drawn}`, text);
    place.innerHTML = svg;
    const end = await painted();
    if (place.querySelectorAll("svg").length === 0) throw new Error("Mermaid drew nothing");
    place.remove();
    return end - start;
  },
  async sample(chapter, index, samples) {
    const worker = new Worker(new URL("./sample.worker.ts", import.meta.url), { type: "module" });
    await new Promise<void>((resolve, reject) => {
      worker.onerror = (event) => reject(new Error(event.message));
      worker.onmessage = () => resolve();
      worker.postMessage({ chapter, index, samples: 0 });
    });
    let last = performance.now();
    let blocked = 0;
    const beat = setInterval(() => {
      blocked = Math.max(blocked, performance.now() - last - 4);
      last = performance.now();
    }, 4);
    const start = performance.now();
    await new Promise<void>((resolve) => {
      worker.onmessage = () => resolve();
      worker.postMessage({ chapter, index, samples });
    });
    const took = performance.now() - start;
    clearInterval(beat);
    worker.terminate();
    return { took, blocked };
  },
};

Object.assign(window, { benchPage: page });
