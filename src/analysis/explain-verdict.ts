import { printDuration, printInterval } from "../lib/print-duration.ts";
import type { System } from "../model/chapter.ts";
import type { Fault } from "../model/fault.ts";
import type { FaultId } from "../model/ids.ts";
import type { Scenario } from "../model/scenario.ts";
import type { Reaction, Step } from "../model/step.ts";
import type { Trace, TracedMessage } from "../model/trace.ts";
import type { Because } from "../model/verdict.ts";
import type { ClientGiveUp } from "./client-give-up.ts";
import type { Decider } from "./decider.ts";
import { nameShare } from "./name-fault.ts";

/** One sentence for every statement of a verdict, each with its rule and the chapter's line behind it. */
export function explainVerdict(
  scenario: Scenario,
  system: System,
  trace: Trace,
  decider: Decider | undefined,
  giveUp: ClientGiveUp | undefined,
): Because[] {
  const because: Because[] = [];
  const faults = new Map(system.faults.map((fault) => [fault.id, fault]));
  const here = (rule: string, text: string, line: number | undefined) => {
    because.push({ rule, text, file: scenario.file, line: line ?? scenario.span.line });
  };
  const byRow = (rule: string, text: string, fault: Fault | undefined) => {
    because.push({ rule, text, file: fault?.file ?? scenario.file, line: fault?.line ?? scenario.span.line });
  };
  const title = (id: FaultId) => faults.get(id)?.title ?? id;

  for (const message of trace.messages) {
    for (const bite of message.bites) {
      const fault = faults.get(bite.fault);
      const layer = system.layers.find((each) => each.id === bite.layer)?.name ?? bite.layer;
      const decides = decider?.message === message && decider.bite === bite;
      if (!decides && decider?.fault === bite.fault && bite.effect === decider.bite?.effect) continue;
      byRow("fault-bites", `${title(bite.fault)}: a failure of ${layer}.`, fault);
      here("message-has-layer", `${place(message)} (“${flat(message.text)}”) passes ${layer}.`, message.line);
      explainEffect(scenario, message, bite.effect, fault, here, byRow);
    }
  }
  if (decider === undefined) {
    const why = trace.run.faults.length === 0 ? "No failure is on" : "No failure that is on bites this path";
    here("all-answered", `${why}, so every message arrives.`, scenario.span.line);
  }
  explainStatus(trace, decider, faults, byRow);
  const deciding = decider === undefined ? undefined : faults.get(decider.fault);
  if (deciding?.userSees !== undefined) byRow("user-sees", "What the user sees is the failure's own row.", deciding);
  if (deciding?.share !== undefined) {
    byRow("share", `The failure touches ${nameShare(deciding.share)}; an affected one is shown.`, deciding);
  }
  for (const each of trace.run.faults) {
    const side = Object.hasOwn(trace.run.sides, each.id) ? trace.run.sides[each.id] : undefined;
    const fault = faults.get(each.id);
    if (side !== "unaffected" || fault?.share === undefined) continue;
    byRow("unaffected", `${title(each.id)}: the request looked at is not among those it touches.`, fault);
  }
  for (const decision of trace.decisions) {
    if (decision.why !== "fault" && decision.why !== "answererDown") continue;
    const choice = scenario.choices.find((each) => each.id === decision.choice);
    const taken = choice?.branches.find((branch) => branch.id === decision.taken)?.text ?? decision.taken;
    const overruled = decision.overruled === undefined ? "" : ", against the reader's choice";
    const name = decision.fault === undefined ? "A failure" : title(decision.fault);
    const why =
      decision.why === "fault"
        ? `${name} leads to “${taken}”${overruled}.`
        : `The other branch begins with an answer that nobody can give (${name}), so “${taken}” is taken${overruled}.`;
    here(decision.overruled === undefined ? decision.why : "choice-overruled", why, decision.line);
  }
  for (const message of trace.messages) {
    if (message.wait === undefined) continue;
    if (message.wait.max === null) {
      const capped = trace.total.max !== null || giveUp !== undefined;
      const end = capped ? "it ends when its caller gives up, at the latest" : "so the time has no upper end";
      here("wait-not-documented", `How long the caller waits is not documented, ${end}.`, message.line);
    } else {
      here(
        "waits-out-timeout",
        `The caller waits ${printInterval(message.wait)}, its documented timeout.`,
        message.line,
      );
    }
  }
  explainLateness(scenario, trace, giveUp, here, (rule, text, line) => {
    because.push({ rule, text, file: scenario.budget?.file ?? scenario.file, line: line ?? scenario.span.line });
  });
  for (const lost of trace.lost) {
    const message = trace.messages.find((each) => each.n === lost.n);
    here(
      "lost-effect",
      `“${flat(lost.text)}” does not happen: a lost side effect (${title(lost.fault)}).`,
      message?.line,
    );
  }
  for (const id of trace.notReached) {
    byRow("not-reached", `${title(id)}: would have bitten further on, where the request did not come.`, faults.get(id));
  }
  for (const id of trace.notHere) {
    const fault = faults.get(id);
    byRow("not-here", `${title(id)}: ${whyNotHere(fault)}`, fault);
  }
  return because;
}

/** Timeouts that the chapter's own figures outlast, and the client's. */
function explainLateness(
  scenario: Scenario,
  trace: Trace,
  giveUp: ClientGiveUp | undefined,
  here: Say<number | undefined>,
  byBudget: Say<number | undefined>,
): void {
  for (const { call, timeout, takes } of trace.overdue ?? []) {
    const message = trace.messages[call];
    if (message === undefined) continue;
    const text = `The answer to “${flat(message.text)}” takes ${printInterval(takes)}, its caller waits ${printDuration(timeout)}: the slowest are given up.`;
    here("slower-than-timeout", text, message.line);
  }
  if (giveUp === undefined) return;
  const { after, during, sure } = giveUp;
  const going = during === undefined ? "" : `, while ${place(during)} (“${flat(during.text)}”) is going on`;
  byBudget(
    "client-timeout",
    sure === "certain"
      ? `The client waits ${printDuration(after)}, as the budget states, and gives up${going}.`
      : `The client waits ${printDuration(after)}, as the budget states: later answers find nobody.`,
    scenario.budget?.statedLine,
  );
}

type Say<Where> = (rule: string, text: string, where: Where) => void;

function explainEffect(
  scenario: Scenario,
  message: TracedMessage,
  effect: TracedMessage["bites"][number]["effect"],
  fault: Fault | undefined,
  here: Say<number | undefined>,
  byRow: Say<Fault | undefined>,
): void {
  const reaction = fault === undefined ? undefined : findReaction(scenario, message, fault.id);
  if (message.attempts !== undefined) {
    here("retried", `Tried ${message.attempts} times, with the same result.`, message.line);
  }
  switch (effect) {
    case "fails":
      if (reaction?.action.kind === "fail") here("fails-here", "This place says that it fails.", reaction.line);
      else byRow("fault-is-fatal", "Nothing in the chapter handles it, so the path ends here.", fault);
      break;
    case "carriedOn":
      if (reaction !== undefined) here("carried-on-here", "This place says that it goes on without.", reaction.line);
      else byRow("carried-on", "The request goes on without, and the rest of the exchange is skipped.", fault);
      break;
    case "branchTaken":
      here(
        "branch-taken",
        "The chapter draws another way for this failure, and it is taken.",
        reaction?.line ?? message.line,
      );
      break;
    case "loses":
      here("async-lost", "Nobody waits for it, so the answer does not change; the work is lost.", message.line);
      break;
    case "slows":
      if (reaction !== undefined) here("slowed-here", "This place says how much longer it takes.", reaction.line);
      else byRow("slowed", "It arrives, later.", fault);
      break;
    case "reroutes":
      byRow("rerouted", "It succeeds elsewhere, and the request stays there.", fault);
      break;
  }
}

function explainStatus(
  trace: Trace,
  decider: Decider | undefined,
  faults: ReadonlyMap<FaultId, Fault>,
  byRow: Say<Fault | undefined>,
): void {
  if (decider === undefined || trace.brokeAt === undefined) return;
  const fault = faults.get(decider.fault);
  if (trace.status === undefined) byRow("status-not-documented", "No status is documented for it.", fault);
  else byRow("status", `The client receives ${trace.status}, given where it broke and passed on unchanged.`, fault);
}

function whyNotHere(fault: Fault | undefined): string {
  if (fault === undefined) return "no such failure in this chapter.";
  if (fault.layer === undefined) return "the chapter does not say which layer fails.";
  if (fault.kind === undefined && fault.then === undefined && fault.status === undefined) {
    return "the chapter does not say what it does.";
  }
  return "nothing to bite on this path.";
}

/** Where a place of the text says what it does under a fault: the message, or the blocks around it. */
function findReaction(scenario: Scenario, message: TracedMessage, fault: FaultId): Reaction | undefined {
  const hop = scenario.hops.find((each) => each.n === message.hop);
  let steps: readonly Step[] = hop?.steps ?? [];
  let found: Reaction | undefined;
  for (const entry of message.blocks) {
    const block = steps.find((step) => step.kind === "block" && step.span.start === entry.block);
    if (block?.kind !== "block") break;
    found = block.on.find((reaction) => reaction.fault === fault) ?? found;
    steps = block.branches[entry.branch]?.steps ?? [];
  }
  const own = steps.find((step) => step.kind === "message" && step.n === message.n);
  if (own?.kind !== "message") return found;
  return own.on.find((reaction) => reaction.fault === fault) ?? found;
}

function place(message: TracedMessage): string {
  return message.inHop === undefined ? `Hop ${message.hop}` : `Message ${message.inHop} of hop ${message.hop}`;
}

function flat(text: string): string {
  return text.replace(/\s*\n\s*/g, " ");
}
