import type { FaultId, LayerId, ParticipantKey } from "../model/ids.ts";
import type { Message, Reaction } from "../model/step.ts";
import type { Bite } from "../model/trace.ts";
import { type ActiveFault, findLayers, isAtWork, isFatal, isSilent } from "./active-faults.ts";
import type { Draft, SharedFigure } from "./draft.ts";
import { endRequest, handleFailure, leaveOut } from "./handle-failure.ts";
import type { WalkState } from "./walk-state.ts";

/** Most messages have no bites, no extra time and close no call: they share one empty list, which nobody writes to. */
const none: readonly never[] = [];

/** Plays one message: finds what it is to the open calls, what became of it, and which faults bite it. */
export function meetMessage(state: WalkState, message: Message): void {
  if (state.mode.kind === "over") return;
  const known = classify(state, message);
  const draft = makeDraft(state, message, known.role);
  state.drafts.push(draft);
  state.steps.push({ kind: "message", draft });
  weigh(draft);
  if (state.mode.kind !== "live") {
    draft.outcome = state.mode.kind === "dead" ? "neverReached" : "skipped";
    if (state.mode.kind === "leaving") {
      draft.fault = state.mode.fault;
      loseEffect(state, draft, message, state.mode.fault);
    }
    noteMissed(state, draft, message);
  } else if (!leftOut(state, draft, message)) {
    bite(state, draft, message, known.answered);
  }
  keepCalls(state, draft, message, known.answered);
}

function classify(state: WalkState, message: Message): { role: Draft["role"]; answered?: number } {
  if (message.async) return { role: "async" };
  if (message.from === message.to) return { role: "self" };
  const answered =
    message.arrow.line === "dotted" || message.deactivates
      ? state.open.findAnswered(message.from, message.to)
      : state.open.findDirect(message.from, message.to, message.fence);
  return answered === undefined ? { role: "call" } : { role: "answer", answered };
}

/** Open calls follow the plan, whatever became of it, so that every run of a scenario divides its ranges alike. */
function keepCalls(state: WalkState, draft: Draft, message: Message, answered: number | undefined): void {
  if (draft.role === "call") {
    state.open.push({
      caller: message.from,
      callee: message.to,
      fence: message.fence,
      hop: state.hop,
      calls: [draft],
    });
  } else if (answered !== undefined) {
    draft.closes = state.open.close(answered).flatMap((frame) => frame.calls);
    for (const [fault, call] of state.absorbed) if (draft.closes.includes(call)) state.absorbed.delete(fault);
  }
}

function makeDraft(state: WalkState, message: Message, role: Draft["role"]): Draft {
  const draft: Draft = {
    index: state.drafts.length,
    message,
    hop: state.hop,
    from: message.from,
    to: message.to,
    text: message.text,
    arrow: message.arrow,
    role,
    aside: state.aside || role === "async",
    blocks: state.blocks,
    layers: findLayers(message, state.participants),
    iteration: state.iteration,
    times: state.times,
    shared: message.figure === undefined ? state.shared : undefined,
    outcome: "ok",
    bites: none,
    fault: undefined,
    status: role === "answer" ? readStatus(message.text) : undefined,
    attempts: 1,
    factor: 1,
    extras: none,
    wait: undefined,
    closes: none,
    legs: undefined,
    repeats: undefined,
  };
  return draft;
}

/** An answer's status, where its text begins with one: `200 JSON`, `HTTP/1.1 404`. */
function readStatus(text: string): number | undefined {
  const found = /^(?:HTTP(?:\/[\d.]+)?\s+)?([1-5]\d\d)(?![\w.:-])/.exec(text);
  return found === null ? undefined : Number(found[1]);
}

function weigh(draft: Draft): void {
  const shared: SharedFigure | undefined = draft.shared;
  if (shared === undefined) return;
  const weight = draft.times / shared.times;
  if (draft.aside !== shared.aside) shared.asides += weight;
  else if (draft.role === "answer") shared.answers += weight;
  else shared.calls += weight;
}

/** Whether a message belongs to an exchange that was given up earlier in this hop. */
function leftOut(state: WalkState, draft: Draft, message: Message): boolean {
  const gone =
    state.gone.get(message.from) ??
    state.gone.get(message.to) ??
    (draft.aside ? (state.goneAside.get(message.from) ?? state.goneAside.get(message.to)) : undefined);
  if (gone === undefined) return false;
  const where = state.gone.has(message.from) || state.gone.has(message.to) ? state.gone : state.goneAside;
  for (const end of [message.from, message.to]) {
    if (!where.has(end) && !isOnLiveWay(state, end)) where.set(end, gone);
  }
  draft.outcome = "skipped";
  draft.fault = gone.fault;
  if (!gone.listed || message.effect) loseEffect(state, draft, message, gone.fault);
  noteMissed(state, draft, message);
  return true;
}

/** Those between the client and the one that goes on are never left out. */
function isOnLiveWay(state: WalkState, key: ParticipantKey): boolean {
  return key === state.client || state.kept.has(key) || state.open.isLive(key) || state.around?.isLive(key) === true;
}

function loseEffect(state: WalkState, draft: Draft, message: Message, fault: FaultId): void {
  if (!message.effect && !message.async) return;
  if (state.lost.some((each) => each.n === message.n)) return;
  state.lost.push({ text: draft.text, n: message.n, fault });
}

/** Remembers the faults that would have bitten here. */
function noteMissed(state: WalkState, draft: Draft, message: Message): void {
  if (state.faults.all.length === 0) return;
  for (const layer of draft.layers) {
    for (const active of state.faults.byLayer.get(layer) ?? []) {
      if (isAtWork(active, state.hop, message, state.decided)) state.missed.add(active.fault.id);
    }
  }
}

function bite(state: WalkState, draft: Draft, message: Message, answered: number | undefined): void {
  const giveUp = state.giveUps.get(draft.index);
  if (giveUp !== undefined) {
    const active = state.faults.byId.get(giveUp.fault);
    if (active !== undefined) {
      draft.wait = { min: message.timeout ?? 0, max: message.timeout ?? null };
      fail(state, draft, message, { ...active, kind: "unreachable" }, giveUp.layer, answered);
      return;
    }
  }
  if (state.faults.all.length === 0) return;
  for (const layer of draft.layers) {
    for (const active of state.faults.byLayer.get(layer) ?? []) {
      if (!isAtWork(active, state.hop, message, state.decided)) continue;
      if (draft.role === "answer" && state.answering.includes(active.fault.id)) continue;
      if (isFatal(active.kind) && state.absorbed.has(active.fault.id)) continue;
      if (active.kind === "rerouted" && state.paid.has(active.fault.id)) continue;
      const reaction = findReaction(state, message, active.fault.id);
      if (reaction?.action.kind === "slow") {
        slow(state, draft, active, layer, reaction);
        if (isFatal(active.kind) && draft.role === "call") state.absorbed.set(active.fault.id, draft);
      } else if (isFatal(active.kind) || reaction !== undefined) {
        fail(state, draft, message, active, layer, answered);
        return;
      } else if (!state.paid.has(active.fault.id)) {
        slow(state, draft, active, layer, undefined);
      }
    }
  }
  for (const reaction of message.on) {
    const active = state.faults.byId.get(reaction.fault);
    if (reaction.action.kind !== "slow" || active === undefined || draft.layers.includes(active.layer)) continue;
    if (isAtWork(active, state.hop, message, state.decided)) slow(state, draft, active, active.layer, reaction);
  }
}

/** What this very place does under a fault: the message's own word, else its innermost block's. */
export function findReaction(state: WalkState, message: Message, fault: FaultId): Reaction | undefined {
  const own = message.on.find((reaction) => reaction.fault === fault);
  if (own !== undefined) return own;
  for (let i = state.enclosing.length - 1; i >= state.enclosingFrom; i--) {
    const said = state.enclosing[i]?.block?.on.find((reaction) => reaction.fault === fault);
    if (said !== undefined) return said;
  }
  return undefined;
}

function addBite(state: WalkState, draft: Draft, bitten: Bite): void {
  draft.bites = [...draft.bites, bitten];
  state.bitten.add(bitten.fault);
}

/**
 * Slows or reroutes. An answer's time is counted with its call, so what is added is added once per exchange; once in all
 * where a row says how much longer the user waits, since that is the whole of it.
 */
function slow(
  state: WalkState,
  draft: Draft,
  active: ActiveFault,
  layer: LayerId,
  reaction: Reaction | undefined,
): void {
  const said = reaction?.action.kind === "slow" ? reaction.action : active.fault;
  const rerouted = active.kind === "rerouted" && reaction === undefined;
  const whole = rerouted || (reaction === undefined && active.fault.inferred.includes("added"));
  addBite(state, draft, { fault: active.fault.id, layer, effect: rerouted ? "reroutes" : "slows" });
  if (rerouted || (whole && !draft.aside && draft.role !== "answer")) state.paid.add(active.fault.id);
  draft.outcome = "slow";
  draft.fault ??= active.fault.id;
  if (said.factor !== undefined) draft.factor *= Math.max(0, said.factor);
  if (draft.role === "answer") return;
  const unstated = draft.message?.figure === undefined && draft.shared === undefined;
  const costsUnknown = said.added === undefined && (said.factor === undefined || unstated);
  const interval = said.added ?? (costsUnknown ? { min: 0, max: null } : undefined);
  if (interval !== undefined) {
    const extra = { source: reaction ?? active.fault, interval, times: whole ? 1 : draft.times };
    draft.extras = [...draft.extras, extra];
  }
}

function fail(
  state: WalkState,
  draft: Draft,
  message: Message,
  active: ActiveFault,
  layer: LayerId,
  answered: number | undefined,
): void {
  draft.fault = active.fault.id;
  if (draft.role === "async") {
    draft.outcome = "lost";
    addBite(state, draft, { fault: active.fault.id, layer, effect: "loses" });
    loseEffect(state, draft, message, active.fault.id);
    state.kept.add(message.from);
    state.goneAside.set(message.to, { fault: active.fault.id, listed: true });
    return;
  }
  const reaction = findReaction(state, message, active.fault.id);
  draft.outcome = "failed";
  if (isSilent(active.kind) && draft.wait === undefined) {
    draft.wait = message.timeout === undefined ? { min: 0, max: null } : { min: message.timeout, max: message.timeout };
  }
  const handled = handleFailure(state, draft, message, active, answered, reaction);
  addBite(state, draft, { fault: active.fault.id, layer, effect: handled.effect });
  if (message.effect) {
    if (handled.effect !== "fails") draft.outcome = "lost";
    loseEffect(state, draft, message, active.fault.id);
  }
  if (handled.effect === "loses") {
    draft.outcome = "lost";
    if (!state.lost.some((each) => each.n === message.n)) {
      state.lost.push({ text: draft.text, n: message.n, fault: active.fault.id });
    }
  }
  if (handled.leaveOut !== undefined) {
    state.kept.add(draft.role === "answer" ? message.to : message.from);
    leaveOut(state, handled.leaveOut, active.fault.id, draft.outcome === "lost");
  }
  if (handled.effect === "fails") endRequest(state, draft);
}
