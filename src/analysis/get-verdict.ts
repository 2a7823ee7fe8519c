import type { System } from "../model/chapter.ts";
import type { Fault } from "../model/fault.ts";
import type { FaultId } from "../model/ids.ts";
import type { Scenario } from "../model/scenario.ts";
import type { Bite, Trace } from "../model/trace.ts";
import { type Outcome, outcomes, type Verdict } from "../model/verdict.ts";
import { type ClientGiveUp, findClientGiveUp } from "./client-give-up.ts";
import type { Decider, Happened, Met } from "./decider.ts";
import { explainVerdict } from "./explain-verdict.ts";

/** What a run came to: the worst bite decides, at equal rank the earlier one. */
export function getVerdict(scenario: Scenario, system: System, trace: Trace): Verdict {
  const faults = new Map(system.faults.map((fault) => [fault.id, fault]));
  const found = findDecider(trace, faults);
  const giveUp = findClientGiveUp(scenario, trace);
  const decider = withGiveUp(found, giveUp, trace, faults);
  const fault = decider === undefined ? undefined : faults.get(decider.fault);
  const outcome = decider?.outcome ?? "ok";
  const onset = trace.run.faults.find((each) => each.id === decider?.fault)?.onset;
  const lost = trace.lost.map((each) => each.text);
  const fails = outcome === "failed" || outcome === "partial";
  return {
    outcome,
    ...(decider === undefined ? {} : { fault: decider.fault }),
    ...(decider?.layer === undefined ? {} : { layer: decider.layer }),
    ...(decider?.message === undefined ? {} : { hop: decider.message.hop }),
    ...(decider?.message?.n === undefined ? {} : { message: decider.message.n }),
    ...(fault?.userSees === undefined ? {} : { userSees: fault.userSees }),
    ...(trace.status === undefined || !fails || giveUp?.sure === "certain" ? {} : { status: trace.status }),
    ...(fault?.share === undefined ? {} : { share: fault.share }),
    waited: giveUp === undefined || decider === undefined ? trace.total : giveUp.waited,
    ...(giveUp === undefined ? {} : { gaveUp: tellGiveUp(giveUp) }),
    lost,
    ...(fault?.check === undefined ? {} : { check: fault.check }),
    ...(fault?.recovery === undefined ? {} : { recovery: fault.recovery }),
    notReached: trace.notReached,
    notHere: trace.notHere,
    overruled: trace.decisions.filter((decision) => decision.overruled !== undefined),
    ...(onset === undefined ? {} : { onset }),
    because: explainVerdict(scenario, system, trace, decider, giveUp),
  };
}

function tellGiveUp({ after, sure, during }: ClientGiveUp): NonNullable<Verdict["gaveUp"]> {
  return { after, sure, ...(during?.n === undefined ? {} : { during: during.n }) };
}

/**
 * A client that surely gives up has no answer: the request failed for it. Without a failure that bites nothing fails:
 * then the figures and the client's timeout disagree, and the verdict says so.
 */
export function withGiveUp<Message extends Met>(
  decider: Decider<Message> | undefined,
  giveUp: ClientGiveUp | undefined,
  trace: Happened,
  faults: ReadonlyMap<FaultId, Fault>,
): Decider<Message> | undefined {
  if (decider === undefined || giveUp?.sure !== "certain") return decider;
  const picked = Object.hasOwn(trace.run.sides, decider.fault) && trace.run.sides[decider.fault] === "affected";
  const isPartial = faults.get(decider.fault)?.share !== undefined && !picked;
  const outcome = isPartial ? "partial" : "failed";
  return outcomes.indexOf(outcome) > outcomes.indexOf(decider.outcome) ? { ...decider, outcome } : decider;
}

/** The bite or forced fork that decides what a run came to; undefined when nothing went wrong. */
export function findDecider<Message extends Met>(
  trace: Happened<Message>,
  faults: ReadonlyMap<FaultId, Fault>,
): Decider<Message> | undefined {
  let worst: Decider<Message> | undefined;
  const consider = (next: Decider<Message>) => {
    if (worst === undefined || outcomes.indexOf(next.outcome) > outcomes.indexOf(worst.outcome)) worst = next;
  };
  for (const message of trace.messages) {
    for (const bite of message.bites) {
      const outcome = rankBite(bite, message, trace, faults.get(bite.fault));
      if (outcome !== "ok") consider({ outcome, fault: bite.fault, layer: bite.layer, message, bite });
    }
  }
  for (const decision of trace.decisions) {
    if (decision.fault === undefined || (decision.why !== "fault" && decision.why !== "answererDown")) continue;
    const layer = faults.get(decision.fault)?.layer;
    consider({ outcome: "degraded", fault: decision.fault, ...(layer === undefined ? {} : { layer }) });
  }
  return worst;
}

function rankBite(bite: Bite, message: Met, trace: Happened, fault: Fault | undefined): Outcome {
  switch (bite.effect) {
    case "fails": {
      const sides = trace.run.sides;
      const picked = Object.hasOwn(sides, bite.fault) && sides[bite.fault] === "affected";
      return fault?.share !== undefined && !picked ? "partial" : "failed";
    }
    case "carriedOn":
    case "branchTaken":
    case "loses":
      return "degraded";
    case "slows":
    case "reroutes":
      // Nobody waits for async work, so its being slow changes nothing for the user.
      return message.aside ? "ok" : "slow";
  }
}
