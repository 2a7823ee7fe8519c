import type { FaultId, ParticipantKey } from "../model/ids.ts";
import type { Block, Message, Reaction } from "../model/step.ts";
import type { Bite } from "../model/trace.ts";
import type { ActiveFault } from "./active-faults.ts";
import type { Draft } from "./draft.ts";
import { isBranchNamed, namesFailure } from "./names-failure.ts";
import { travelBack } from "./travel-back.ts";
import { dead, type WalkState } from "./walk-state.ts";

export interface Handled {
  readonly effect: Bite["effect"];
  /** The participant without which the rest of the exchange goes on. */
  readonly leaveOut?: ParticipantKey;
}

/**
 * Decides what becomes of a message that a fatal fault bites: what this place says (`@on`), an `option` or a `break`
 * that speaks of it, its retries, the fault's own `then`; else the failure travels back to the client.
 */
export function handleFailure(
  state: WalkState,
  draft: Draft,
  message: Message,
  active: ActiveFault,
  answered: number | undefined,
  reaction: Reaction | undefined,
): Handled {
  const fault = active.fault.id;
  const broken = draft.role === "answer" ? message.from : message.to;
  if (reaction?.action.kind === "continue") return { effect: "carriedOn", leaveOut: broken };
  if (reaction?.action.kind === "take") return take(state, reaction.action.branch, fault, broken);
  const status =
    reaction?.action.kind === "fail" ? (reaction.action.status ?? active.fault.status) : active.fault.status;
  if (reaction === undefined && leaveForHandler(state, active, status)) return { effect: "branchTaken" };
  draft.attempts = Math.max(1, 1 + (message.retry ?? 0));
  if (reaction === undefined && active.fault.then === "continue") return { effect: "carriedOn", leaveOut: broken };
  if (state.aside) return { effect: "loses", ...die(state) };

  const waiting = draft.role === "answer" ? message.to : message.from;
  const travel = travelBack(state, waiting, answered ?? state.open.height, fault, status);
  if (travel.kind === "stopped") {
    const action = travel.reaction.action;
    if (action.kind === "take") return take(state, action.branch, fault, travel.frame.callee);
    return { effect: "carriedOn", leaveOut: travel.frame.callee };
  }
  state.wayBack ??= travel.wayBack;
  return { effect: "fails" };
}

/** The path dies here. */
export function endRequest(state: WalkState, draft: Draft): void {
  state.brokeAt ??= draft.index;
  if (state.mode.kind === "live") state.mode = dead;
}

function die(state: WalkState): Record<string, never> {
  state.mode = dead;
  return {};
}

/** From here on, whatever touches `broken` in this hop is skipped. */
export function leaveOut(state: WalkState, broken: ParticipantKey, fault: FaultId, listed: boolean): void {
  state.gone.set(broken, { fault, listed });
}

/** Goes to a named branch: of a block around, at once; else of the next fork that has it. */
function take(state: WalkState, name: string, fault: FaultId, broken: ParticipantKey): Handled {
  for (let i = state.enclosing.length - 1; i >= state.enclosingFrom; i--) {
    const around = state.enclosing[i];
    const branch = around?.block?.branches.findIndex((each) => isBranchNamed(each, name)) ?? -1;
    if (around?.block === undefined || branch < 0 || branch === around.branch || around.block.type === "par") continue;
    state.mode = { kind: "leaving", target: around.block, branch, fault };
    return { effect: "branchTaken" };
  }
  state.wanted.push({ branch: name, fault });
  return { effect: "branchTaken", leaveOut: broken };
}

/** An `option` of a `critical` around it, or a `break` further on in this hop, that speaks of the failure. */
function leaveForHandler(state: WalkState, active: ActiveFault, status: number | undefined): boolean {
  const speaks = (text: string) => namesFailure(text, active, status, state.layers);
  const leave = (target: Block, branch: number) => {
    state.mode = { kind: "leaving", target, branch, fault: active.fault.id };
    return true;
  };
  for (let i = state.enclosing.length - 1; i >= state.enclosingFrom; i--) {
    const around = state.enclosing[i];
    if (around?.block?.type !== "critical" || around.branch !== 0) continue;
    const option = around.block.branches.findIndex((branch, k) => k > 0 && speaks(branch.text));
    if (option > 0) return leave(around.block, option);
  }
  if (!state.hasBreaks) return false;
  for (let i = state.enclosing.length - 1; i >= state.enclosingFrom; i--) {
    const around = state.enclosing[i];
    if (around === undefined) continue;
    for (let at = around.at + 1; at < around.steps.length; at++) {
      const step = around.steps[at];
      if (step?.kind !== "block" || step.type !== "break") continue;
      if (speaks(step.branches[0]?.text ?? "")) return leave(step, 0);
    }
  }
  return false;
}
