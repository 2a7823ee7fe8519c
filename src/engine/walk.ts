import type { FaultId } from "../model/ids.ts";
import type { Figure } from "../model/latency.ts";
import type { Block, Message, Step } from "../model/step.ts";
import { chooseBranch } from "./choose-branch.ts";
import type { Draft, SharedFigure } from "./draft.ts";
import { meetMessage } from "./meet-message.ts";
import { OpenCalls } from "./open-calls.ts";
import { dead, findFirstMessage, live, type Mode, type WalkState } from "./walk-state.ts";
import { writeWayBack } from "./write-way-back.ts";

/** Blocks deeper than this are walked as if their first branches were written without a block around them. */
const deepest = 500;
/** Rounds that are played one by one, all loops around a message taken together; more are folded into one pass. */
const mostRounds = 20;

/** Walks every hop of the scenario and writes what happens into the state. */
export function walkScenario(state: WalkState): void {
  for (const hop of state.scenario.hops) {
    if (state.mode.kind === "over") break;
    state.hop = hop.n;
    state.hasBreaks = hasBreak(hop.steps);
    state.gone.clear();
    state.goneAside.clear();
    state.kept.clear();
    state.shared = share(hop.figure, hop.figureFrom === "budget" ? "budget" : "hop", 1, false);
    if (state.mode.kind === "live") state.reachedHops.add(hop.n);
    state.steps.push({ kind: "hop", n: hop.n, reached: state.mode.kind === "live" });
    walkSteps(state, hop.steps, undefined, 0);
    state.steps.push({ kind: "hopEnd" });
    writeWayBack(state);
    if (state.mode.kind === "leaving") state.mode = dead;
  }
}

function share(
  figure: Figure | undefined,
  from: SharedFigure["from"],
  times: number,
  aside: boolean,
): SharedFigure | undefined {
  return figure === undefined ? undefined : { figure, from, times, aside, calls: 0, answers: 0, asides: 0 };
}

function hasBreak(steps: readonly Step[]): boolean {
  const rest = [...steps];
  for (let step = rest.pop(); step !== undefined; step = rest.pop()) {
    if (step.kind !== "block") continue;
    if (step.type === "break") return true;
    for (const branch of step.branches) for (const inside of branch.steps) rest.push(inside);
  }
  return false;
}

function walkSteps(state: WalkState, steps: readonly Step[], block: Block | undefined, branch: number): void {
  const here = { ...(block === undefined ? {} : { block }), branch, steps, at: 0 };
  state.enclosing.push(here);
  for (const [at, step] of steps.entries()) {
    if (state.mode.kind === "over") break;
    here.at = at;
    if (step.kind === "message") meetMessage(state, step);
    else if (step.kind === "block") {
      if (state.enclosing.length > deepest) for (const message of flatten(step)) meetMessage(state, message);
      else walkBlock(state, step);
    }
  }
  state.enclosing.pop();
}

/** The messages of first branches, in order, without recursion. */
function flatten(block: Block): Message[] {
  const messages: Message[] = [];
  const rest: Step[] = [block];
  for (let step = rest.pop(); step !== undefined; step = rest.pop()) {
    if (step.kind === "message") messages.push(step);
    if (step.kind !== "block") continue;
    const inside = step.branches[0]?.steps ?? [];
    for (let i = inside.length - 1; i >= 0; i--) {
      const each = inside[i];
      if (each !== undefined) rest.push(each);
    }
  }
  return messages;
}

function walkBlock(state: WalkState, block: Block): void {
  const sharedBefore = state.shared;
  const asideBefore = state.aside;
  const beginsAside = block.async && !state.aside;
  const openBefore = state.open;
  const fromBefore = state.enclosingFrom;
  const modeBefore = state.mode;
  if (beginsAside) {
    state.aside = true;
    state.open = new OpenCalls();
    state.around = openBefore;
    state.enclosingFrom = state.enclosing.length;
    state.steps.push({ kind: "aside", by: findFirstMessage([block])?.from });
  }
  if (block.figure !== undefined) state.shared = share(block.figure, "block", state.times, state.aside);
  playBlock(state, block);
  state.shared = sharedBefore;
  if (beginsAside) {
    state.aside = asideBefore;
    state.open = openBefore;
    state.around = undefined;
    state.enclosingFrom = fromBefore;
    state.steps.push({ kind: "asideEnd" });
    state.mode = modeBefore;
  }
}

function playBlock(state: WalkState, block: Block): void {
  switch (block.type) {
    case "alt":
    case "opt":
    case "break":
      playFork(state, block);
      break;
    case "loop":
      playLoop(state, block);
      break;
    case "par":
      playThreads(state, block);
      break;
    case "critical":
    case "rect":
      playBranches(state, block, 0);
      break;
  }
}

function playFork(state: WalkState, block: Block): void {
  const { mode } = state;
  if (block.type === "break" && mode.kind === "leaving" && mode.target === block) {
    state.mode = live;
    playBreak(state, block, 0, mode.fault);
    return;
  }
  const branch = chooseBranch(state, block);
  if (branch === undefined) return;
  if (block.type === "break" && mode.kind === "live") playBreak(state, block, branch, undefined);
  else playBranches(state, block, branch);
}

/** A break plays and ends the scenario; one that speaks of a failure is how that failure ends. */
function playBreak(state: WalkState, block: Block, branch: number, fault: string | undefined): void {
  const broken = fault === undefined ? undefined : findBroken(state, fault);
  const from = state.drafts.length;
  const planned = fault === undefined ? [] : state.open.all.map((frame) => ({ ...frame, calls: [...frame.calls] }));
  if (fault !== undefined) state.answering.push(fault);
  playBranch(state, block, branch);
  if (fault !== undefined) {
    state.answering.pop();
    // What comes behind it is never reached, and is read as the chapter plans it without the break.
    state.open.restore(planned);
  }
  if (state.mode.kind !== "live") return;
  if (broken === undefined) {
    state.mode = { kind: "over" };
    return;
  }
  makeFatal(state, broken, fault);
  const said = state.drafts.slice(from).findLast((draft) => draft.to === state.client && draft.status !== undefined);
  state.status ??= said?.status;
  state.mode = dead;
}

function findBroken(state: WalkState, fault: FaultId): Draft | undefined {
  return state.drafts.findLast((draft) => draft.bites.some((each) => each.fault === fault));
}

/** What seemed handled ends the request after all. */
function makeFatal(state: WalkState, broken: Draft, fault: FaultId | undefined): void {
  broken.bites = broken.bites.map((each) => (each.fault === fault ? { ...each, effect: "fails" } : each));
  broken.outcome = "failed";
  state.brokeAt ??= broken.index;
}

/** Plays a branch, and then the one that a failure inside it led to, as often as that happens. */
function playBranches(state: WalkState, block: Block, first: number): void {
  const height = state.open.height;
  const played = new Set([first]);
  playBranch(state, block, first);
  for (;;) {
    const { mode } = state;
    if (mode.kind !== "leaving" || mode.target !== block) return;
    if (played.has(mode.branch)) {
      // The reactions send the request round in a ring: nothing handles it in the end.
      const broken = findBroken(state, mode.fault);
      if (broken !== undefined && !state.aside) makeFatal(state, broken, mode.fault);
      state.mode = dead;
      return;
    }
    played.add(mode.branch);
    state.mode = live;
    state.open.truncate(Math.min(height, state.open.height));
    state.answering.push(mode.fault);
    playBranch(state, block, mode.branch);
    state.answering.pop();
  }
}

function playBranch(state: WalkState, block: Block, index: number): void {
  const branch = block.branches[index];
  if (branch === undefined) return;
  const before = state.blocks;
  state.blocks = [...before, { block: block.span.start, branch: index }];
  walkSteps(state, branch.steps, block, index);
  state.blocks = before;
}

function playLoop(state: WalkState, block: Block): void {
  const rounds = readRounds(block.branches[0]?.text ?? "");
  const around = state.iteration;
  const timesBefore = state.times;
  const unrolled = state.rounds * rounds <= mostRounds;
  if (rounds === 1) {
    playBranches(state, block, 0);
  } else if (unrolled) {
    const roundsBefore = state.rounds;
    state.rounds *= rounds;
    for (let n = 1; n <= rounds; n++) {
      state.iteration = { n, of: rounds };
      playBranches(state, block, 0);
    }
    state.rounds = roundsBefore;
  } else {
    state.iteration = { n: 1, of: rounds };
    state.times *= rounds;
    playBranches(state, block, 0);
  }
  state.iteration = around;
  state.times = timesBefore;
}

/** `3 times`, `3×`, `× 3`: how often a loop says it runs; once when it does not say. */
function readRounds(text: string): number {
  const found = /(\d{1,6})\s*(?:times\b|×|x\b)|×\s*(\d{1,6})/i.exec(text);
  return Math.max(1, Number(found?.[1] ?? found?.[2] ?? 1));
}

/** Threads begin together; one that fails lets the others finish, and its failure counts where they join. */
function playThreads(state: WalkState, block: Block): void {
  const before = state.mode;
  let after: Mode = before;
  let base = state.open.height;
  const opened: ReturnType<OpenCalls["truncate"]> = [];
  state.steps.push({ kind: "par" });
  for (const index of block.branches.keys()) {
    if (state.mode.kind === "over") break;
    state.steps.push({ kind: "thread" });
    playBranch(state, block, index);
    base = Math.min(base, state.open.height);
    for (const frame of state.open.truncate(base)) {
      frame.lane = { par: block, thread: index };
      opened.push(frame);
    }
    if (before.kind === "live" && after.kind === "live" && state.mode.kind !== "live") after = state.mode;
    state.mode = before;
  }
  state.steps.push({ kind: "join" });
  for (const frame of opened) state.open.push(frame);
  state.mode = after;
}
