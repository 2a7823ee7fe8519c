import "@fontsource-variable/inter";
import "@fontsource-variable/jetbrains-mono";
import { createRoot } from "react-dom/client";
import { useMemo, useState } from "react";
import "../src/ui/theme/tokens.css";
import "./base.css";
import { parseLibrary } from "../src/chapter/parse-library.ts";
import { simulate } from "../src/engine/simulate.ts";
import { getVerdict } from "../src/analysis/get-verdict.ts";
import { makeTrack } from "../src/player/track.ts";
import { createPlayhead } from "../src/session/playhead.ts";
import { playheadAtInstant, clampPlayhead } from "../src/player/position.ts";
import { stepForward, stepBack, hopForward, hopBack } from "../src/player/stepping.ts";
import { PlayerBar } from "../src/ui/walk/player/PlayerBar.tsx";
import { Waterfall } from "../src/ui/walk/waterfall/Waterfall.tsx";
import { createSampling } from "../src/browser/sampling.ts";
const texts = import.meta.glob("../scenarios/honeydue/*.md", { query: "?raw", import: "default", eager: true }) as Record<string, string>;
const library = parseLibrary("honeydue", Object.entries(texts).map(([file, text]) => ({ file: file.replace("../scenarios/honeydue/", ""), text })));
const q = new URLSearchParams(location.search);
if (q.get("theme")) document.documentElement.dataset.theme = q.get("theme")!;
const chapter = library.chapters.find((c) => c.file.includes(q.get("chapter") ?? "create-task"))!;
const scenario = chapter.scenarios[0]!;
const system = chapter.system;
const run = { faults: (q.get("fail") ?? "").split(",").filter(Boolean).map((id) => ({ id })), choices: Object.fromEntries((q.get("with") ?? "").split(",").filter(Boolean).map((s) => s.split(":"))), sides: {}, seed: 1 };
let trace = simulate(scenario, system, run);
if (q.get("wait")) { // a long documented timeout, patched in
  const at = trace.brokeAt ?? 0; const w = Number(q.get("wait"));
  trace = { ...trace, drawnEnd: trace.drawnEnd + w, messages: trace.messages.map((m) => m.index < at ? m : m.index === at ? { ...m, wait: { min: w, max: w }, end: { min: m.end.min + w, max: (m.end.max ?? 0) + w }, takes: { min: w, max: w }, drawn: { start: m.drawn.start, end: m.drawn.end + w } } : { ...m, start: { min: m.start.min + w, max: (m.start.max ?? 0) + w }, end: { min: m.end.min + w, max: (m.end.max ?? 0) + w }, drawn: { start: m.drawn.start + w, end: m.drawn.end + w } }) };
}
const track = makeTrack(trace);
const verdict = getVerdict(scenario, system, trace);
const playhead = createPlayhead(playheadAtInstant(track, Number(q.get("at") ?? 0)));
const sampling = createSampling();
(window as any).hop = { trace, track, scenario, system, library };
function App() {
  const [speed, setSpeed] = useState(1 / 20);
  const [loop, setLoop] = useState(false);
  const seek = (step: number, fraction: number) => playhead.set({ step, fraction });
  return <div style={{ display: "flex", flexDirection: "column", height: "100vh" }}>
    <div style={{ flex: 1 }}>{verdict.outcome} {library.problems.length} problems; faults {system.faults.map((f) => f.id).join(" ")}</div>
    <PlayerBar {...{ track, trace, scenario, playhead, speed }} playing={false} loopHop={loop} onPlay={() => {}} onPause={() => {}} onSeek={seek}
      onStep={(by) => playhead.set(by > 0 ? stepForward(track, playhead.get()) : stepBack(track, playhead.get()))}
      onHop={(by) => playhead.set(by > 0 ? hopForward(track, playhead.get()) : hopBack(track, playhead.get()))} onSpeed={setSpeed} onLoop={setLoop} />
    <div style={{ height: q.get("h") ? Number(q.get("h")) : 280, overflow: "auto", borderTop: "1px solid var(--hairline)" }}>
      <Waterfall {...{ scenario, system, trace, verdict, track, playhead, sampling }} onSeek={seek} onWhy={(line) => console.log("why", line)} /></div>
  </div>;
}
createRoot(document.getElementById("root")!).render(<App />);
