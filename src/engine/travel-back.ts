import type { FaultId, ParticipantKey } from "../model/ids.ts";
import type { Reaction } from "../model/step.ts";
import type { Draft, Leg } from "./draft.ts";
import { type Frame, isMade } from "./open-calls.ts";
import { type BackRow, isPassing, type WalkState, type WayBack } from "./walk-state.ts";

/** How a failure ends that nobody near it handled. */
export type Travel =
  | { readonly kind: "arrives"; readonly wayBack: WayBack }
  /** A caller on the way goes on without the exchange. */
  | { readonly kind: "stopped"; readonly frame: Frame; readonly reaction: Reaction };

/**
 * Carries a failure from the caller that waits for it along the open calls to the client.
 *
 *     client ── edge ── node ── gateway ──✗ name server
 *     client ⇠ edge ⇠───────── gateway            the node passes it on and gets no row of its own
 *
 * The first lifeline on the way that answers for itself gives the status; it stays the same from there on, unless an
 * author said otherwise of a call on the way.
 */
export function travelBack(
  state: WalkState,
  waiting: ParticipantKey,
  below: number,
  fault: FaultId,
  given: number | undefined,
): Travel {
  const rows: BackRow[] = [];
  let status = given;
  let current = waiting;
  let bottom = below;
  let speaker = isPassing(state, waiting) ? undefined : waiting;
  let legs: Leg[] = [];
  let closes: Draft[] = [];
  for (;;) {
    const at = findWaitingFrame(state, current, bottom);
    const frame = at === undefined ? undefined : state.open.all[at];
    if (at === undefined || frame === undefined) break;
    const call = frame.calls.at(-1);
    const reaction = call?.message?.on.find((each) => each.fault === fault);
    if (reaction !== undefined && (reaction.action.kind === "continue" || reaction.action.kind === "take")) {
      return { kind: "stopped", frame, reaction };
    }
    const next = frame.caller;
    closes.push(...frame.calls);
    const speaks = !isPassing(state, next);
    if (speaker === undefined) {
      if (speaks) speaker = next;
    } else {
      addLeg(legs, frame);
      if (speaks) {
        rows.push({
          kind: "answer",
          from: speaker,
          to: next,
          legs,
          closes,
          ...(status === undefined ? {} : { status }),
        });
        speaker = next;
        legs = [];
        closes = [];
      }
    }
    if (reaction?.action.kind === "fail") status = reaction.action.status ?? status;
    const retries = call?.message?.retry ?? 0;
    if (call !== undefined && retries > 0) rows.push({ kind: "again", by: next, since: call, times: retries });
    current = next;
    bottom = at;
  }
  return { kind: "arrives", wayBack: { fault, rows, ...(status === undefined ? {} : { status }) } };
}

/** The newest open call to `callee` that the request really made. */
function findWaitingFrame(state: WalkState, callee: ParticipantKey, below: number): number | undefined {
  let at = state.open.findServed(callee, below);
  while (at !== undefined) {
    if (isMade(state.open.all[at])) return at;
    at = state.open.findServed(callee, at);
  }
  return undefined;
}

function addLeg(legs: Leg[], frame: Frame): void {
  const request = frame.calls.slice(-1);
  const last = legs.at(-1);
  if (last?.hop === frame.hop) legs[legs.length - 1] = { hop: frame.hop, calls: [...request, ...last.calls] };
  else legs.push({ hop: frame.hop, calls: request });
}
