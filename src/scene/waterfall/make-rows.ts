import type { System } from "../../model/chapter.ts";
import type { Scenario } from "../../model/scenario.ts";
import { isPassed, isWayBack, type Trace, type TracedHop, type TracedMessage } from "../../model/trace.ts";
import { cutText } from "../cut-text.ts";
import { between, sayTakes, takesOf, waitOf } from "./time-of.ts";
import type { Bar, RowTone, WaterfallRow } from "./waterfall.ts";

/** Everything below is told by the trace; the scenario gives titles, the system the names of what bit. */
export function makeHopRows(scenario: Scenario, system: System, trace: Trace): WaterfallRow[] {
  const reached = new Set(trace.hops.filter((hop) => hop.reached).map((hop) => hop.n));
  // Of a hop that was never reached nothing is told apart: its async messages are listed with the others.
  const byHop = groupByHop(trace.messages.filter((one) => !isWayBack(one) && !(one.aside && reached.has(one.hop))));
  const asideHops = new Set(trace.messages.filter((message) => message.aside).map((message) => message.hop));
  const titles = new Map(scenario.hops.map((hop) => [hop.n, hop.title]));
  return trace.hops.map((hop): WaterfallRow => {
    const messages = byHop.get(hop.n) ?? [];
    const passed = messages.filter(isPassed);
    const common = {
      key: `hop-${hop.n}`,
      kind: "hop" as const,
      hop: hop.n,
      label: `${hop.n} ${titles.get(hop.n) ?? ""}`.trim(),
      messages: messages.map((message) => makeMessageRow(system, message)),
    };
    if (!hop.reached) return { ...common, tone: "quiet", figure: "", note: "never reached" };
    if (passed.length === 0) return makeStillRow(common, hop, messages, asideHops.has(hop.n));
    const takes = takesOf(passed, hop.start);
    const notes = new Set(passed.filter((message) => message.fault !== undefined).map((one) => sayFault(system, one)));
    const unknown = takes.min === 0 && takes.max === 0 && passed.every((message) => message.figure === undefined);
    return {
      ...common,
      tone: worstTone(passed),
      bar: makeBar(hop.drawn.start, takes, passed),
      ...(unknown ? {} : { takes }),
      figure: unknown ? "not documented" : sayTakes(takes),
      ...(notes.size === 0 ? {} : { note: [...notes].join("; ") }),
    };
  });
}

/** A hop in which no message was passed: prose only, all of it async, or the path left it out. */
function makeStillRow(
  common: Pick<WaterfallRow, "key" | "kind" | "hop" | "label" | "messages">,
  hop: TracedHop,
  messages: readonly TracedMessage[],
  asides: boolean,
): WaterfallRow {
  if (messages.length > 0) return { ...common, tone: "quiet", figure: "", note: "skipped" };
  const takes = between(hop.start, hop.end);
  if (takes.max === 0) {
    return { ...common, tone: "quiet", figure: "", note: asides ? "nobody waits for it, see below" : "no messages" };
  }
  return {
    ...common,
    tone: "travels",
    bar: makeBar(hop.drawn.start, takes, []),
    takes,
    figure: sayTakes(takes),
    note: "no messages",
  };
}

/** The failure's way back, as one row. */
export function makeBackRow(system: System, trace: Trace): WaterfallRow | undefined {
  const back = trace.messages.filter(isWayBack);
  const [first] = back;
  if (!first) return undefined;
  const takes = takesOf(back, first.start);
  // It takes what the hops it goes back over state: if they state nothing, that is no 0.
  const unknown = takes.max === 0;
  return {
    key: "back",
    kind: "back",
    hop: first.hop,
    label: "The failure travels back",
    tone: "failed",
    bar: makeBar(first.drawn.start, takes, back),
    ...(unknown ? {} : { takes }),
    figure: unknown ? "not documented" : sayTakes(takes),
    note: "not in the chapter",
    messages: back.map((message) => makeMessageRow(system, message)),
  };
}

/** What the answer does not wait for, by hop. */
export function makeAsideRows(scenario: Scenario, system: System, trace: Trace): WaterfallRow[] {
  const titles = new Map(scenario.hops.map((hop) => [hop.n, hop.title]));
  const reached = new Set(trace.hops.filter((hop) => hop.reached).map((hop) => hop.n));
  const byHop = groupByHop(trace.messages.filter((message) => message.aside && reached.has(message.hop)));
  return [...byHop].map(([n, messages]): WaterfallRow => {
    const passed = messages.filter(isPassed);
    const common = {
      key: `aside-${n}`,
      kind: "aside" as const,
      hop: n,
      label: `${n} ${titles.get(n) ?? ""}`.trim(),
      messages: messages.map((message) => makeMessageRow(system, message)),
    };
    const [first] = passed;
    if (!first) {
      const never = messages.every((message) => message.outcome === "neverReached");
      return { ...common, tone: "quiet", figure: "", note: never ? "never reached" : "skipped" };
    }
    const takes = takesOf(passed, first.start);
    const lost = passed.some((message) => message.outcome === "lost" || message.outcome === "failed");
    const unknown = passed.every((message) => message.figure === undefined);
    return {
      ...common,
      tone: worstTone(passed),
      bar: makeBar(first.drawn.start, takes, passed),
      ...(unknown ? {} : { takes }),
      figure: unknown ? "not documented" : sayTakes(takes),
      note: lost ? "async, lost" : "async",
    };
  });
}

function makeMessageRow(system: System, message: TracedMessage): WaterfallRow {
  const round = message.iteration ? ` (${message.iteration.n} of ${message.iteration.of})` : "";
  const common = {
    key: `message-${message.index}`,
    kind: "message" as const,
    hop: message.hop,
    label: `${cutText(message.text).replace(/\s*\n\s*/gu, " ")}${round}`,
    index: message.index,
    messages: [],
  };
  if (message.outcome === "neverReached") return { ...common, tone: "quiet", figure: "", note: "never reached" };
  if (message.outcome === "skipped") return { ...common, tone: "quiet", figure: "", note: "skipped" };
  const takes = message.takes ?? between(message.start, message.end);
  const stated = message.figure !== undefined || takes.min > 0 || takes.max === null;
  const note = message.outcome === "added" ? "not in the chapter" : sayFault(system, message);
  return {
    ...common,
    tone: worstTone([message]),
    bar: makeBar(message.drawn.start, takes, [message]),
    ...(stated ? { takes } : {}),
    figure: stated ? sayTakes(takes) : "",
    ...(note === "" ? {} : { note }),
  };
}

function makeBar(at: number, takes: { min: number; max: number | null }, messages: readonly TracedMessage[]): Bar {
  const waits = messages.map(waitOf).filter((wait) => wait !== undefined);
  const [first] = waits;
  const wait = first && {
    from: Math.min(...waits.map((each) => each.from)),
    until: Math.max(...waits.map((each) => each.until)),
    open: waits.some((each) => each.open),
  };
  return { at, least: takes.min, most: takes.max, ...(wait ? { wait } : {}) };
}

function sayFault(system: System, message: TracedMessage): string {
  const title = system.faults.find((fault) => fault.id === message.fault)?.title;
  if (title === undefined) return "";
  switch (message.outcome) {
    case "failed":
      if (carriedOn(message)) return `carried on without: ${title}`;
      return message.wait ? `waits, then fails: ${title}` : `failed: ${title}`;
    case "lost":
      return `lost: ${title}`;
    case "slow":
      return `slow: ${title}`;
    default:
      return title;
  }
}

function worstTone(messages: readonly TracedMessage[]): RowTone {
  const has = (...outcomes: TracedMessage["outcome"][]) =>
    messages.some((one) => outcomes.includes(one.outcome) && !carriedOn(one));
  if (has("failed", "lost", "added")) return "failed";
  return has("slow") || messages.some(carriedOn) ? "slow" : "travels";
}

/** The request went on without this message's answer. */
function carriedOn(message: TracedMessage): boolean {
  return message.outcome === "failed" && message.bites.some((bite) => bite.effect === "carriedOn");
}

function groupByHop(messages: readonly TracedMessage[]): Map<number, TracedMessage[]> {
  const groups = new Map<number, TracedMessage[]>();
  for (const message of messages) {
    const group = groups.get(message.hop);
    if (group) group.push(message);
    else groups.set(message.hop, [message]);
  }
  return groups;
}
