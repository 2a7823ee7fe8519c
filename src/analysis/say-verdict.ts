import { printDuration, printInterval } from "../lib/print-duration.ts";
import type { System } from "../model/chapter.ts";
import type { Fault } from "../model/fault.ts";
import type { Participant } from "../model/participant.ts";
import type { Scenario } from "../model/scenario.ts";
import type { Trace } from "../model/trace.ts";
import type { Verdict } from "../model/verdict.ts";
import { hasTimes } from "./has-times.ts";
import { nameFault, nameShare } from "./name-fault.ts";

/** A verdict in words: one sentence that stands alone, and what else there is to know. */
export function sayVerdict(
  scenario: Scenario,
  system: System,
  trace: Trace,
  verdict: Verdict,
): { headline: string; detail: string } {
  const fault = system.faults.find((each) => each.id === verdict.fault);
  return {
    headline: sayHeadline(scenario, system, trace, verdict, fault),
    detail: sayDetail(scenario, system, trace, verdict).join(" "),
  };
}

function sayHeadline(
  scenario: Scenario,
  system: System,
  trace: Trace,
  verdict: Verdict,
  fault: Fault | undefined,
): string {
  const clause = fault === undefined ? (verdict.fault ?? "") : nameFault(fault);
  // A title such as "UFW blocks :80" has its colon already.
  const subject = clause.includes(":") ? `${clause} —` : `${clause}:`;
  const layer = system.layers.find((each) => each.id === verdict.layer)?.name ?? "it";
  const share = verdict.share === undefined ? undefined : nameShare(verdict.share);
  const at = verdict.hop === undefined ? "" : ` at hop ${verdict.hop}`;
  switch (verdict.outcome) {
    case "ok":
      if (trace.messages.length === 0) return "Nothing is sent here, so there is nothing to play.";
      return hasTimes(trace) ? `Everything answers: ${printInterval(verdict.waited)}.` : "Everything answers.";
    case "failed":
      if (verdict.gaveUp?.sure === "certain" && trace.brokeAt === undefined) {
        return `${subject} the client gave up after ${printDuration(verdict.gaveUp.after)}.`;
      }
      return `${subject} the request dies${at}${sayBefore(scenario, trace, verdict)}.`;
    case "partial": {
      if (verdict.gaveUp?.sure === "certain" && trace.brokeAt === undefined) {
        return `${subject} ${share ?? "some requests"} are given up after ${printDuration(verdict.gaveUp.after)}.`;
      }
      const dies = share?.startsWith("1 in") === true ? "dies" : "die";
      return `${subject} ${share ?? "some requests"} ${dies}${at}${sayBefore(scenario, trace, verdict)}.`;
    }
    case "degraded":
      return sayDegraded(subject, layer, at, trace, verdict);
    case "slow": {
      const who = share === undefined ? "the request" : share;
      const is = who.startsWith("1 in") || share === undefined ? "is" : "are";
      const rerouted = trace.messages.some((message) =>
        message.bites.some((bite) => bite.fault === verdict.fault && bite.effect === "reroutes"),
      );
      return rerouted
        ? `${subject} ${who} ${is} answered by another way, later.`
        : `${subject} ${who} ${is} answered later.`;
    }
  }
}

function sayDegraded(subject: string, layer: string, at: string, trace: Trace, verdict: Verdict): string {
  const effects = new Set(
    trace.messages.flatMap((message) =>
      message.bites.filter((bite) => bite.fault === verdict.fault).map((bite) => bite.effect),
    ),
  );
  if (effects.has("carriedOn")) return `${subject} the request goes on without ${layer}${at}.`;
  if (effects.has("loses") && !effects.has("branchTaken")) {
    return `${subject} the answer comes, but work behind it is lost${at}.`;
  }
  return `${subject} the request takes another way${at}.`;
}

/** The next one the request was on its way to: what broke itself and mere look-ups and wires apart. */
function sayBefore(scenario: Scenario, trace: Trace, verdict: Verdict): string {
  const broke = trace.brokeAt;
  if (broke === undefined) return "";
  const byKey = new Map(scenario.participants.map((participant) => [participant.key, participant]));
  const reached = new Set<string>();
  for (const message of trace.messages) {
    if (message.outcome === "ok" || message.outcome === "slow") reached.add(message.from).add(message.to);
  }
  for (const message of trace.messages) {
    const unreached = message.index === broke || message.outcome === "neverReached";
    if (!unreached || message.role !== "call" || message.aside || reached.has(message.to)) continue;
    const participant = byKey.get(message.to);
    if (participant === undefined || participant.layer === verdict.layer || isBeside(participant)) continue;
    return `, before it reaches ${nameParticipant(participant)}`;
  }
  return "";
}

function isBeside(participant: Participant): boolean {
  const { kind } = participant;
  return kind === "dns" || kind === "node" || kind === "network" || kind === "client";
}

/** The first line of its label, without what stands in brackets. */
function nameParticipant(participant: Participant): string {
  const line = participant.label.split("\n")[0] ?? participant.key;
  return line.replace(/\s*\([^)]*\)/g, "").trim() || participant.key;
}

function sayDetail(scenario: Scenario, system: System, trace: Trace, verdict: Verdict): string[] {
  const title = (id: string) => system.faults.find((fault) => fault.id === id)?.title ?? id;
  const said: string[] = [];
  const fails = verdict.outcome === "failed" || verdict.outcome === "partial";
  const wait = hasTimes(trace) ? printInterval(verdict.waited) : undefined;
  const sees = verdict.userSees?.replace(/[.\s]+$/, "");
  if (fails) {
    const status = verdict.status;
    const code = status === undefined || sees?.includes(String(status)) === true ? "" : ` (${status})`;
    const gone = verdict.gaveUp?.sure === "certain" ? "has no answer and gives up" : undefined;
    const received =
      sees === undefined
        ? (gone ?? `receives ${status ?? "an error, status not documented"}`)
        : `sees “${sees}”${code}`;
    said.push(wait === undefined ? `The user ${received}.` : `After ${wait} the user ${received}.`);
    if (
      sees !== undefined &&
      status === undefined &&
      trace.messages.some((message) => message.backOver !== undefined)
    ) {
      said.push("Which status comes back is not documented.");
    }
  } else {
    if (sees !== undefined) said.push(`The user sees “${sees}”.`);
    if (verdict.outcome !== "ok" && wait !== undefined) said.push(`The answer comes after ${wait}.`);
    const whole = scenario.budget?.stated?.text;
    if (wait === undefined && trace.messages.length > 0)
      said.push(whole ? `The chapter states ${whole} for the whole alone.` : "No latencies are documented.");
  }
  said.push(...sayLateness(trace, verdict));
  if (trace.messages.some((message) => message.wait?.max === null)) {
    said.push(
      verdict.waited.max === null
        ? "How long the caller waits is not documented."
        : "How long the caller waits is not documented; whoever called it waits no longer than stated.",
    );
  } else if (verdict.waited.max === null) {
    said.push("How much longer it takes is not documented.");
  }
  if (verdict.lost.length > 0)
    said.push(`Lost: ${verdict.lost.map((text) => `“${text.replace(/\s*\n\s*/g, " ")}”`).join(", ")}.`);
  for (const decision of verdict.overruled) {
    const choice = scenario.choices.find((each) => each.id === decision.choice);
    const text = choice?.branches.find((branch) => branch.id === decision.overruled)?.text ?? decision.overruled;
    said.push(`“${text}” was chosen, but cannot happen now.`);
  }
  if (verdict.onset !== undefined) {
    said.push(`The failure begins with message ${verdict.onset.message} of hop ${verdict.onset.hop}.`);
  }
  if (verdict.notReached.length > 0) said.push(`Not reached: ${verdict.notReached.map(title).join(", ")}.`);
  if (verdict.notHere.length > 0) said.push(`Nothing to bite on this path: ${verdict.notHere.map(title).join(", ")}.`);
  return said;
}

/** That somebody gave up, or may. */
function sayLateness(trace: Trace, verdict: Verdict): string[] {
  const said: string[] = [];
  const { gaveUp } = verdict;
  const after = gaveUp === undefined ? "" : printDuration(gaveUp.after);
  if (gaveUp?.sure === "certain" && verdict.fault === undefined) {
    said.push(`That is more than the ${after} the client waits: the chapter's figures disagree.`);
  } else if (gaveUp?.sure === "certain") {
    const during = trace.messages.find((each) => each.n !== undefined && each.n === gaveUp.during);
    const text = during?.text.replace(/\s*\n\s*/g, " ");
    if (text !== undefined) said.push(`The client gave up after ${after}, while “${text}” was going on.`);
  } else if (gaveUp !== undefined) {
    said.push(`The client gives up after ${after}; a later answer finds nobody.`);
  }
  for (const { call, timeout } of (trace.overdue ?? []).slice(0, 1)) {
    const text = trace.messages[call]?.text.replace(/\s*\n\s*/g, " ") ?? "";
    said.push(`“${text}” may take longer than its timeout of ${printDuration(timeout)}.`);
  }
  return said;
}
