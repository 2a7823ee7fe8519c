import * as v from "valibot";
import { type RecordedMoment, walkthroughMarkdown } from "../export/markdown/walkthrough-markdown.ts";
import { runMermaid } from "../export/mermaid/run-mermaid.ts";
import { stepAt } from "../player/position.ts";
import type { Session } from "./create-session.ts";
import { encodeLink } from "./link/encode-link.ts";
import type { StoreBox } from "./ports/store-box.ts";
import type { SharedFile } from "./share-run.ts";
import { linkOf } from "./sync-link.ts";

const key = "moments";
const schema = v.object({
  title: v.string(),
  moments: v.array(v.object({ title: v.string(), text: v.string(), link: v.string(), diagram: v.string() })),
});

/** What the reader records of what they look at, to tell it later; kept in this browser. */
export interface Recording {
  readonly title: string;
  readonly moments: readonly RecordedMoment[];
}

const empty: Recording = { title: "", moments: [] };

export function readRecording(storage: StoreBox): Recording {
  try {
    const read = v.safeParse(schema, JSON.parse(storage.get(key) ?? "null"));
    return read.success ? read.output : empty;
  } catch {
    return empty;
  }
}

/** False when it could not be kept. */
export function writeRecording(storage: StoreBox, recording: Recording): boolean {
  if (recording.moments.length === 0 && recording.title === "") {
    storage.remove(key);
    return true;
  }
  return storage.set(key, JSON.stringify(recording));
}

/** What is on screen, as a moment that its writer can go on from; undefined when nothing is open. */
export function momentHere({ store, results, playhead }: Session): RecordedMoment | undefined {
  const state = store.getState();
  const playable = results.playable(state);
  if (!playable) return undefined;
  const { scenario, system } = playable;
  const trace = results.trace(playable, state.run);
  const words = results.words(playable, trace);
  const { outcome } = results.verdict(playable, trace);
  const step = stepAt(results.track(trace), playhead.get());
  const hop = state.focusHop ?? step?.hop;
  const where = scenario.hops.find(({ n }) => n === hop);
  const broken = state.run.faults.map(({ id }) => system.faults.find((fault) => fault.id === id)?.title ?? id);
  const title = [broken.join(" and "), where ? `hop ${where.n}, ${where.title}` : scenario.title];
  // A moment of a walkthrough that is being played becomes one of the new one.
  const { walkthrough: _, ...link } = linkOf(state, playhead, results);
  return {
    title: title.filter((part) => part !== "").join(": "),
    text: outcome === "ok" ? "" : `${words.headline} ${words.detail}`.trim(),
    link: encodeLink(link),
    diagram: runMermaid(scenario, system, trace, hop ?? null),
  };
}

/** Adds what is on screen; gives how many moments there are now, and whether they could be kept. */
export function recordHere(session: Session): { readonly count: number; readonly kept: boolean } | undefined {
  const moment = momentHere(session);
  if (!moment) return undefined;
  const before = readRecording(session.ports.storage);
  const moments = [...before.moments, moment];
  return { count: moments.length, kept: writeRecording(session.ports.storage, { ...before, moments }) };
}

/** The recording as a chapter of Markdown. */
export function recordingFile({ title, moments }: Recording, absolute: (query: string) => string): SharedFile {
  return {
    name: "walkthrough.md",
    type: "text/markdown",
    content: walkthroughMarkdown(title, moments, absolute),
  };
}
