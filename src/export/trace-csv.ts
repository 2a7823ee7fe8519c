import { hasTimes } from "../analysis/has-times.ts";
import type { Interval } from "../lib/interval.ts";
import type { System } from "../model/chapter.ts";
import type { Scenario } from "../model/scenario.ts";
import type { Trace, TracedMessage } from "../model/trace.ts";
import { nameParticipants } from "../scene/name-message.ts";
import { writeCsv } from "./csv.ts";

const columns = [
  "index",
  "hop",
  "hop title",
  "message",
  "round",
  "from",
  "to",
  "text",
  "role",
  "outcome",
  "failure",
  "layers",
  "starts after least ms",
  "starts after most ms",
  "takes least ms",
  "takes most ms",
  "drawn start ms",
  "drawn end ms",
  "waits least ms",
  "waits most ms",
  "status",
  "attempts",
  "async",
  "line",
] as const;

/**
 * A trace as CSV: a head line, then one line per message, in the order of the trace. Times are milliseconds; an end
 * that nobody states is empty, as are the times of what never happened, and of all where the chapter states none.
 */
export function traceCsv(scenario: Scenario, system: System, trace: Trace): string {
  const names = nameParticipants(scenario);
  const titles = new Map(scenario.hops.map(({ n, title }) => [n, title]));
  const layers = new Map(system.layers.map(({ id, name }) => [id, name]));
  const faults = new Map(system.faults.map(({ id, title }) => [id, title]));
  const timed = hasTimes(trace);
  const name = (traced: TracedMessage, end: "from" | "to") => names.get(traced[end]) ?? traced[end];
  const rows = trace.messages.map((traced) => [
    String(traced.index),
    String(traced.hop),
    titles.get(traced.hop) ?? "",
    optional(traced.inHop),
    traced.iteration ? `${traced.iteration.n} of ${traced.iteration.of}` : "",
    name(traced, "from"),
    name(traced, "to"),
    traced.text,
    traced.role,
    outcomeWords[traced.outcome],
    traced.fault === undefined ? "" : (faults.get(traced.fault) ?? traced.fault),
    traced.layers.map((id) => layers.get(id) ?? id).join("; "),
    ...(timed ? times(traced) : untimed),
    optional(traced.status),
    optional(traced.attempts),
    traced.aside ? "yes" : "no",
    optional(traced.line),
  ]);
  return writeCsv([columns, ...rows]);
}

const outcomeWords: Readonly<Record<TracedMessage["outcome"], string>> = {
  ok: "ok",
  slow: "slow",
  failed: "failed",
  lost: "lost",
  skipped: "skipped",
  neverReached: "never reached",
  added: "not in the chapter",
};

const untimed: readonly string[] = new Array<string>(8).fill("");

function times(traced: TracedMessage): readonly string[] {
  if (traced.outcome === "neverReached" || traced.outcome === "skipped") return untimed;
  const { start, takes, drawn, wait } = traced;
  return [
    ...ends(start),
    ...(isStated(traced) ? ends(takes) : ["", ""]),
    figure(drawn.start),
    figure(drawn.end),
    ...ends(wait),
  ];
}

/** A message for which nobody states a time passes in none: that is no figure of 0. */
function isStated({ figure, takes }: TracedMessage): boolean {
  return figure !== undefined || takes === undefined || takes.min > 0 || takes.max !== 0;
}

function ends(interval: Interval | undefined): [string, string] {
  if (!interval) return ["", ""];
  return [figure(interval.min), interval.max === null ? "" : figure(interval.max)];
}

/** Microseconds are as fine as a latency is ever stated. */
function figure(ms: number): string {
  return String(Math.round(ms * 1000) / 1000);
}

function optional(value: number | undefined): string {
  return value === undefined ? "" : String(value);
}
