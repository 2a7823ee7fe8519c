import type { Playhead } from "../../../model/playhead.ts";
import type { Trace } from "../../../model/trace.ts";
import type { Track } from "../../../model/track.ts";
import { frameAt, type StageFrame } from "../../../scene/frame-at.ts";
import type { Lanes } from "../../../scene/layout-lanes.ts";
import type { StageLayout } from "../../../scene/stage-layout.ts";
import { tokenAt } from "../../../scene/token-at.ts";

/** What the playhead moves by hand, without React. */
export interface MovingParts {
  readonly root: HTMLElement;
  readonly list: HTMLElement;
  readonly token: HTMLElement;
  readonly now: HTMLElement;
}

/**
 * Puts the frame of a trace at a playhead onto the rows that are in the document: their states, the heads of the
 * current message, the token. Writes only what changed, so a frame while playing costs next to nothing.
 */
export function paintFrame(
  parts: MovingParts,
  layout: StageLayout,
  trace: Trace,
  track: Track,
  playhead: Playhead,
): StageFrame {
  const frame = frameAt(trace, track, playhead);
  setData(parts.root, "home", frame.home ? "true" : "false");
  for (const row of parts.list.children) if (row instanceof HTMLElement) paintRow(row, frame);
  const placed = layout.messages[layout.positions[frame.current] ?? -1];
  paintHeads(parts.root, layout.lanes, placed?.row.traced.from, placed?.row.traced.to);
  const moves = placed && !["neverReached", "skipped"].includes(placed.row.traced.outcome);
  setData(parts.token, "shown", moves ? "true" : "false");
  if (placed && moves) {
    const { x, y } = tokenAt(placed, frame.fraction);
    parts.token.style.transform = `translate(${x}px, ${y}px)`;
    setData(parts.token, "outcome", placed.row.traced.outcome);
    // Where it broke, the cross is what counts: the token only rings it.
    setData(parts.token, "broke", placed.breakAt !== undefined && frame.fraction > 0.97 ? "true" : "false");
    parts.now.style.transform = `translateY(${y}px)`;
  }
  return frame;
}

function paintRow(row: HTMLElement, frame: StageFrame): void {
  const index = Number(row.dataset.index);
  const state = frame.stateOf(index);
  if (row.dataset.state === state && (row.dataset.here === "true") === (index === frame.current)) return;
  row.dataset.state = state;
  const here = index === frame.current;
  row.dataset.here = here ? "true" : "false";
  if (here) row.firstElementChild?.setAttribute("aria-current", "step");
  else row.firstElementChild?.removeAttribute("aria-current");
}

/** What the heads say: which ones they are, and the message they stand for. */
const painted = new WeakMap<HTMLElement, readonly [Lanes, string | undefined, string | undefined]>();

function paintHeads(root: HTMLElement, lanes: Lanes, from: string | undefined, to: string | undefined): void {
  const heads = root.querySelector<HTMLElement>(".stage-heads");
  if (!heads) return;
  const [oldLanes, oldFrom, oldTo] = painted.get(heads) ?? [];
  if (oldLanes === lanes && oldFrom === from && oldTo === to) return;
  painted.set(heads, [lanes, from, to]);
  for (const head of heads.children) {
    if (!(head instanceof HTMLElement) || head.dataset.key === undefined) continue;
    setData(head, "here", head.dataset.key === from || head.dataset.key === to ? "true" : "false");
  }
}

function setData(element: HTMLElement, name: string, value: string): void {
  if (element.dataset[name] !== value) element.dataset[name] = value;
}
