import { type Interval, scaleInterval } from "../lib/interval.ts";
import type { System } from "../model/chapter.ts";
import type { Run } from "../model/run.ts";
import type { Scenario } from "../model/scenario.ts";
import type { Trace, TracedHop, TracedMessage } from "../model/trace.ts";
import type { Draft } from "./draft.ts";
import { findGiveUp } from "./find-give-up.ts";
import { findOverdue } from "./find-overdue.ts";
import { planTime, type TimePlan } from "./plan-time.ts";
import { runClock, type Times } from "./run-clock.ts";
import { walkScenario } from "./walk.ts";
import { type GiveUp, makeWalkState, type WalkState } from "./walk-state.ts";

/** Callers that give up are found one at a time; a scenario with more of them than this is played as far as they are known. */
const mostGiveUps = 64;

/** A run walked and timed, before it is written down as a trace. */
export interface Simulated {
  readonly state: WalkState;
  readonly plan: TimePlan;
  readonly least: Times;
  readonly most: Times;
  readonly drawn: Times;
}

/**
 * Plays a run and says what happened to every message of its path, and when (in milliseconds).
 * Total, pure and deterministic: unknown faults, choices and sides are left out of account.
 */
export function simulate(scenario: Scenario, system: System, run: Run): Trace {
  return writeTrace(scenario, run, simulateParts(scenario, system, run));
}

/** As `simulate`, with the formulas behind the times, for sampling. */
export function simulateParts(scenario: Scenario, system: System, run: Run): Simulated {
  const giveUps = new Map<number, GiveUp>();
  for (;;) {
    const state = makeWalkState(scenario, system, run, giveUps);
    walkScenario(state);
    const plan = planTime(scenario.hops, state.drafts, state.steps, state.decided);
    const time = (at: "least" | "most" | "drawn", cut?: ReadonlySet<number>) => {
      const values = Float64Array.from(plan.ranges, (range) => range[at]);
      return runClock(plan, values, scenario.hops.length, cut);
    };
    const drawn = time("drawn");
    const late = giveUps.size < mostGiveUps ? findGiveUp(state.drafts, drawn, giveUps) : undefined;
    if (late === undefined) {
      const most = time("most");
      const { cut } = most;
      return { state, plan, least: time("least", cut), most, drawn: cut.size === 0 ? drawn : time("drawn", cut) };
    }
    giveUps.set(late.index, late.giveUp);
  }
}

function writeTrace(scenario: Scenario, run: Run, simulated: Simulated): Trace {
  const { state, drawn, least, most } = simulated;
  const overdue = findOverdue(state.drafts, least, most);
  const known = new Set(run.faults.map((each) => each.id));
  const notReached = [...known].filter((id) => !state.bitten.has(id) && state.missed.has(id));
  const untouched = new Set(state.faults.all.filter((each) => !each.touches).map((each) => each.fault.id));
  return {
    run,
    messages: state.drafts.map((draft) => writeMessage(scenario, draft, simulated)),
    hops: scenario.hops.map((_, i) => writeHop(scenario, i, simulated)),
    decisions: state.decisions,
    total: interval(simulated.least.total, simulated.most.total),
    drawnTotal: drawn.total,
    drawnEnd: drawn.last,
    ...(overdue.length === 0 ? {} : { overdue }),
    ...(state.brokeAt === undefined ? {} : { brokeAt: state.brokeAt }),
    ...(state.status === undefined || state.brokeAt === undefined ? {} : { status: state.status }),
    lost: state.lost,
    notReached,
    notHere: [...known].filter((id) => !state.bitten.has(id) && !state.missed.has(id) && !untouched.has(id)),
  };
}

function writeHop(scenario: Scenario, i: number, { state, least, most, drawn }: Simulated): TracedHop {
  const n = scenario.hops[i]?.n ?? i + 1;
  const at = (times: "hopStarts" | "hopEnds") => interval(least[times][i] ?? 0, most[times][i] ?? 0);
  return {
    n,
    reached: state.reachedHops.has(n),
    start: at("hopStarts"),
    end: at("hopEnds"),
    drawn: { start: drawn.hopStarts[i] ?? 0, end: drawn.hopEnds[i] ?? 0 },
  };
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Written field by field: spreading a dozen optional ones is most of the time at 10,000 messages. */
function writeMessage(scenario: Scenario, draft: Draft, { least, most, drawn }: Simulated): TracedMessage {
  const { index, message } = draft;
  const written: Writable<TracedMessage> = {
    index,
    hop: draft.hop,
    from: draft.from,
    to: draft.to,
    text: draft.text,
    arrow: draft.arrow,
    role: draft.role,
    outcome: draft.outcome,
    layers: draft.layers,
    bites: draft.bites,
    start: interval(least.starts[index] ?? 0, most.starts[index] ?? 0),
    end: interval(least.ends[index] ?? 0, most.ends[index] ?? 0),
    drawn: { start: drawn.starts[index] ?? 0, end: drawn.ends[index] ?? 0 },
    takes: interval(least.lengths[index] ?? 0, most.lengths[index] ?? 0),
    aside: draft.aside,
    blocks: draft.blocks,
  };
  if (message !== undefined) {
    written.n = message.n;
    written.inHop = message.inHop;
    written.line = message.span.line;
  }
  const figure = findFigure(scenario, draft);
  if (figure !== undefined) written.figure = figure;
  if (draft.fault !== undefined) written.fault = draft.fault;
  if (draft.legs !== undefined) written.backOver = draft.legs.map((leg) => leg.hop);
  if (draft.status !== undefined) written.status = draft.status;
  if (draft.wait !== undefined) written.wait = scaleInterval(draft.wait, draft.attempts * draft.times);
  if (draft.attempts > 1) written.attempts = draft.attempts;
  if (draft.iteration !== undefined) written.iteration = draft.iteration;
  return written;
}

function findFigure(scenario: Scenario, draft: Draft): TracedMessage["figure"] {
  const { message, shared } = draft;
  if (draft.wait !== undefined && draft.wait.max !== null && message !== undefined) {
    return { from: "timeout", file: scenario.file, line: message.span.line };
  }
  if (message?.figure !== undefined) {
    return { from: "message", file: message.figure.file, line: message.figure.line };
  }
  if (shared !== undefined) return { from: shared.from, file: shared.figure.file, line: shared.figure.line };
  const over = draft.legs?.[0]?.hop;
  const hop = over === undefined ? undefined : scenario.hops.find((each) => each.n === over);
  if (hop?.figure === undefined) return undefined;
  return { from: hop.figureFrom === "budget" ? "budget" : "hop", file: hop.figure.file, line: hop.figure.line };
}

function interval(least: number, most: number): Interval {
  return { min: least, max: Number.isFinite(most) ? most : null };
}
