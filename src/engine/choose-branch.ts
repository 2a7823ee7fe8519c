import type { FaultId } from "../model/ids.ts";
import type { Block, Branch } from "../model/step.ts";
import type { Decision } from "../model/trace.ts";
import { type ActiveFault, isAtWork, isFatal } from "./active-faults.ts";
import { isBranchNamed, namesFault } from "./names-failure.ts";
import { findFirstMessage, type WalkState } from "./walk-state.ts";

/**
 * The branch that an alt, opt or break takes; undefined when it is passed by. A fault may force it, else the reader
 * chose it, else the default, else the first; a branch whose first answer nobody could give is not taken.
 */
export function chooseBranch(state: WalkState, block: Block): number | undefined {
  const reading = state.mode.kind === "live";
  const forced = reading ? findForced(state, block) : undefined;
  if (forced !== undefined) {
    note(state, block, forced.branch, "fault", forced.fault);
    return forced.branch;
  }
  const wished = findWished(state, block);
  if (!reading || wished === undefined) {
    if (reading) note(state, block, undefined, "default");
    return wished;
  }
  const blocker = findBlocker(state, block.branches[wished]);
  if (blocker === undefined) {
    note(state, block, wished, "chosen");
    return wished;
  }
  if (block.type !== "alt") {
    note(state, block, undefined, "answererDown", blocker);
    return undefined;
  }
  const other = block.branches.findIndex((branch) => findBlocker(state, branch) === undefined);
  if (other < 0) {
    note(state, block, wished, "chosen");
    return wished;
  }
  note(state, block, other, "answererDown", blocker);
  return other;
}

/** What choice and defaults say. An alt of one branch is passed by like an opt. */
function findWished(state: WalkState, block: Block): number | undefined {
  const decided = block.choice === undefined ? undefined : state.decided(block.choice);
  if (decided === undefined) return block.type === "break" || block.branches.length === 0 ? undefined : 0;
  const index = block.branches.findIndex((branch) => branch.id === decided);
  if (index >= 0) return index;
  return block.type === "alt" && block.branches.length > 1 ? 0 : undefined;
}

function findForced(state: WalkState, block: Block): { branch: number; fault: FaultId } | undefined {
  if (state.faults.all.length === 0) return undefined;
  for (const reaction of block.on) {
    if (reaction.action.kind !== "take") continue;
    const name = reaction.action.branch;
    const active = state.faults.byId.get(reaction.fault);
    const branch = block.branches.findIndex((each) => isBranchNamed(each, name));
    if (active !== undefined && branch >= 0 && isAtWorkIn(state, active, block))
      return { branch, fault: reaction.fault };
  }
  for (const [i, wanted] of state.wanted.entries()) {
    const branch = block.branches.findIndex((each) => isBranchNamed(each, wanted.branch));
    if (branch < 0) continue;
    state.wanted.splice(i, 1);
    return { branch, fault: wanted.fault };
  }
  if (block.type !== "alt") return undefined;
  for (const [branch, each] of block.branches.entries()) {
    if (each.text === "") continue;
    for (const active of state.faults.all) {
      if (!isFatal(active.kind) || !namesFault(each.text, active, state.layers.get(active.layer))) continue;
      if (isAtWorkIn(state, active, block)) return { branch, fault: active.fault.id };
    }
  }
  return undefined;
}

function isAtWorkIn(state: WalkState, active: ActiveFault, block: Block): boolean {
  const first = findFirstMessage([block]);
  return first !== undefined && isAtWork(active, state.hop, first, state.decided);
}

/** The fault that keeps a branch from beginning: it starts with an answer of a participant that is down. */
function findBlocker(state: WalkState, branch: Branch | undefined): FaultId | undefined {
  if (branch === undefined || (state.faults.all.length === 0 && state.gone.size === 0)) return undefined;
  const first = findFirstMessage(branch.steps);
  if (first === undefined || first.from === first.to || first.async) return undefined;
  const answers =
    first.arrow.line === "dotted" ||
    first.deactivates ||
    state.open.findDirect(first.from, first.to, first.fence) !== undefined;
  if (!answers) return undefined;
  const gone = state.gone.get(first.from);
  if (gone !== undefined) return gone.fault;
  const layer = state.participants.get(first.from)?.layer;
  const there = layer === undefined ? undefined : state.faults.byLayer.get(layer);
  return there?.find((active) => isFatal(active.kind) && isAtWork(active, state.hop, first, state.decided))?.fault.id;
}

function note(
  state: WalkState,
  block: Block,
  index: number | undefined,
  why: "fault" | "chosen" | "default" | "answererDown",
  fault?: FaultId,
): void {
  const id = block.choice;
  const choice = id === undefined ? undefined : state.scenario.choices.find((each) => each.id === id);
  if (id === undefined || choice === undefined) return;
  const wish = Object.hasOwn(state.run.choices, id) ? state.run.choices[id] : undefined;
  const chosen = choice.branches.some((branch) => branch.id === wish) ? wish : undefined;
  const taken = branchId(state, block, index);
  const earlier = state.taken.get(id);
  const free = why === "chosen" || why === "default";
  const inherited = free && earlier !== undefined && earlier.branch === taken ? earlier : undefined;
  const overruled = chosen !== undefined && chosen !== taken && (!free || inherited?.overruled !== undefined);
  const reason =
    inherited?.why ?? (free ? (chosen === taken ? "chosen" : taken === choice.default ? "default" : "first") : why);
  const because = fault ?? inherited?.fault;
  const decision: Decision = {
    choice: id,
    taken,
    why: reason,
    ...(overruled ? { overruled: chosen } : {}),
    ...(because === undefined ? {} : { fault: because }),
    line: block.span.line,
  };
  state.decisions.push(decision);
  state.taken.set(id, { ...decision, branch: taken });
}

/** For a fork that is passed by: the branch that says no, if the choice has one. */
function branchId(state: WalkState, block: Block, index: number | undefined): string {
  if (index !== undefined) return block.branches[index]?.id ?? "";
  const choice = state.scenario.choices.find((each) => each.id === block.choice);
  const inside = new Set(block.branches.map((branch) => branch.id));
  const decided = block.choice === undefined ? undefined : state.decided(block.choice);
  if (decided !== undefined && !inside.has(decided)) return decided;
  return choice?.branches.find((branch) => !inside.has(branch.id))?.id ?? choice?.default ?? "";
}
