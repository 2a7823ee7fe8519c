import type { System } from "../model/chapter.ts";
import { messagesIn } from "../model/messages-in.ts";
import type { Run } from "../model/run.ts";
import type { Scenario } from "../model/scenario.ts";
import type { Decision, TracedMessage } from "../model/trace.ts";
import { simulateParts } from "./simulate.ts";
import { walkScenario } from "./walk.ts";
import { makeWalkState, type WalkState } from "./walk-state.ts";

/** What happened in a run, without when: enough to say what it came to, at a fraction of the price. */
export interface Walked {
  readonly run: Run;
  readonly messages: readonly Pick<TracedMessage, "bites" | "aside" | "hop" | "inHop">[];
  readonly decisions: readonly Decision[];
  /** What the client receives when it fails, where documented. */
  readonly status?: number;
  /** Texts of the side effects that were lost. */
  readonly lost: readonly string[];
}

/**
 * Plays a run as `simulate` does, and leaves the times out. Where a caller may give up, what happens depends on when,
 * and the clock is asked after all.
 */
export function walkRun(scenario: Scenario, system: System, run: Run): Walked {
  const state = hasTimeouts(scenario) ? simulateParts(scenario, system, run).state : walkOnce(scenario, system, run);
  return {
    run,
    messages: state.drafts.map(({ bites, aside, hop, message }) => ({
      bites,
      aside,
      hop,
      ...(message === undefined ? {} : { inHop: message.inHop }),
    })),
    decisions: state.decisions,
    ...(state.status === undefined || state.brokeAt === undefined ? {} : { status: state.status }),
    lost: state.lost.map(({ text }) => text),
  };
}

function walkOnce(scenario: Scenario, system: System, run: Run): WalkState {
  const state = makeWalkState(scenario, system, run, new Map());
  walkScenario(state);
  return state;
}

const known = new WeakMap<Scenario, boolean>();

function hasTimeouts(scenario: Scenario): boolean {
  let has = known.get(scenario);
  if (has === undefined) {
    has = scenario.hops.some(({ steps }) => messagesIn(steps).some(({ timeout }) => timeout !== undefined));
    known.set(scenario, has);
  }
  return has;
}
