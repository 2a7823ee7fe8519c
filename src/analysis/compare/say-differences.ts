import type { Interval } from "../../lib/interval.ts";
import { printDuration, printInterval } from "../../lib/print-duration.ts";
import type { System } from "../../model/chapter.ts";
import type { Scenario } from "../../model/scenario.ts";
import type { TracedMessage } from "../../model/trace.ts";
import type { Outcome } from "../../model/verdict.ts";
import type { Answer, Difference, Turn } from "./difference.ts";

/** A difference in words: what it is about, how it is in run a and how in run b. */
export interface SaidDifference {
  readonly kind: Difference["kind"];
  /** Undefined for what is of the whole run. */
  readonly hop?: number;
  readonly about: string;
  readonly a: string;
  readonly b: string;
  /** By how much, for times. */
  readonly by?: string;
  /** The messages it is about, as `pairMessages` names them; empty for the whole run. */
  readonly keys: readonly string[];
  /** For a choice, the fork's line in the chapter. */
  readonly line?: number;
  /** Of several messages that changed alike, what each says. */
  readonly messages: readonly { readonly key: string; readonly text: string }[];
}

/** All of them in words, in the same order; neighbours of one hop that changed alike are said once, with their number. */
export function sayDifferences(
  scenario: Scenario,
  system: System,
  differences: readonly Difference[],
): readonly SaidDifference[] {
  const said: SaidDifference[] = [];
  for (const difference of differences) {
    const next = sayOne(scenario, system, difference);
    const last = said.at(-1);
    if (last && next.kind === "message" && isAlike(last, next)) {
      const messages = [...last.messages, ...next.messages];
      said[said.length - 1] = {
        ...last,
        about: `${messages.length} messages, from ${messages[0]?.text ?? ""} on`,
        keys: [...last.keys, ...next.keys],
        messages,
      };
    } else said.push(next);
  }
  return said;
}

function isAlike(one: SaidDifference, other: SaidDifference): boolean {
  return one.kind === other.kind && one.hop === other.hop && one.a === other.a && one.b === other.b;
}

function sayOne(scenario: Scenario, system: System, difference: Difference): SaidDifference {
  const whole = { kind: difference.kind, keys: [], messages: [] };
  switch (difference.kind) {
    case "answer":
      return { ...whole, about: "Answer", a: sayAnswer(difference.a), b: sayAnswer(difference.b) };
    case "total":
      return { ...whole, about: "The user waits", ...sayTimes(difference.a, difference.b) };
    case "choice": {
      const choice = scenario.choices.find(({ id }) => id === difference.choice);
      const say = (turn: Turn | undefined) => {
        if (!turn) return "not passed";
        const text = choice?.branches.find(({ id }) => id === turn.taken)?.text || turn.taken;
        return turn.overruled ? `${text}, overruled by a failure` : text;
      };
      return {
        ...whole,
        line: difference.line,
        about: choice?.title ?? difference.choice,
        a: say(difference.a),
        b: say(difference.b),
      };
    }
    case "hop": {
      const title = scenario.hops.find(({ n }) => n === difference.hop)?.title ?? "";
      return { ...whole, hop: difference.hop, about: title, ...sayTimes(difference.a, difference.b) };
    }
    case "lost": {
      const { text, n, side } = difference;
      const [a, b] = side === "a" ? ["lost", "happens"] : ["happens", "lost"];
      return { ...whole, about: oneLine(text), a, b, keys: [`${n}-1`] };
    }
    case "message":
    case "added": {
      const { key, a, b } = difference;
      const message = a ?? b;
      const text = oneLine(message?.text ?? "");
      return {
        kind: difference.kind,
        hop: message?.hop ?? 0,
        about: text,
        a: sayMessage(system, a, difference.kind),
        b: sayMessage(system, b, difference.kind),
        keys: [key],
        messages: [{ key, text }],
      };
    }
  }
}

const outcomeWords: Readonly<Record<Outcome, string>> = {
  ok: "works",
  slow: "slow",
  degraded: "works in part",
  partial: "fails for some",
  failed: "fails",
};

function sayAnswer({ outcome, status, userSees }: Answer): string {
  const sees = userSees === undefined || outcome === "ok" ? "" : `, the user sees: ${oneLine(userSees)}`;
  return `${outcomeWords[outcome]}${status === undefined ? "" : ` with ${status}`}${sees}`;
}

function sayTimes(a: Interval | undefined, b: Interval | undefined): { a: string; b: string; by?: string } {
  const said = { a: sayTime(a), b: sayTime(b) };
  if (!a || !b) return said;
  const least = b.min - a.min;
  const most = a.max === null || b.max === null ? undefined : b.max - a.max;
  // Two times that rounding makes one are said exactly, so that the difference can be seen.
  const shown = said.a === said.b ? { a: sayExactly(a, said.a), b: sayExactly(b, said.b) } : said;
  return { ...shown, by: sayBy(least, most) };
}

function sayBy(least: number, most: number | undefined): string {
  if (most !== undefined && isNothing(least) && !isNothing(most)) {
    return `up to ${printDuration(Math.abs(most))} ${most < 0 ? "less" : "more"}`;
  }
  const ends = [signed(least), most === undefined ? "at most not documented" : signed(most)];
  return ends[0] === ends[1] ? signed(least) : ends.join(" … ");
}

function sayTime(time: Interval | undefined): string {
  if (!time) return "never reached";
  if (time.min === 0 && time.max === null) return "not documented";
  return printInterval(time);
}

/** To the hundredth of a millisecond; from a second on, and without a stated end, as it was. */
function sayExactly({ min, max }: Interval, rounded: string): string {
  if (max === null || max >= 1000) return rounded;
  const [least, most] = [min, max].map((ms) => String(Number(ms.toFixed(2))));
  return `${least === most ? most : `${least}–${most}`} ms`;
}

function isNothing(ms: number): boolean {
  return Math.abs(ms) < 0.005;
}

function signed(ms: number): string {
  if (isNothing(ms)) return "±0 ms";
  return `${ms < 0 ? "−" : "+"}${printDuration(Math.abs(ms))}`;
}

function sayMessage(system: System, message: TracedMessage | undefined, kind: "message" | "added"): string {
  if (!message) return kind === "added" ? "no such answer" : "not on this path";
  if (kind === "added") return message.backOver === undefined ? "tried again" : "comes back";
  // What decided it first, then what else it met.
  const ids = new Set([
    ...(message.fault === undefined ? [] : [message.fault]),
    ...message.bites.map((bite) => bite.fault),
  ]);
  const titles = [...ids].map((id) => system.faults.find((fault) => fault.id === id)?.title ?? id);
  const because = titles.length === 0 ? "" : `: ${titles.join(", ")}`;
  const status = message.status === undefined ? "" : ` with ${message.status}`;
  switch (message.outcome) {
    case "ok":
      return message.bites.length > 0 ? `goes on in spite of it${because}` : `arrives${status}`;
    case "slow":
      return `slow${because}`;
    case "failed":
      return `fails${because}`;
    case "lost":
      return `lost${because}`;
    case "skipped":
      return "skipped";
    case "neverReached":
      return "never reached";
    case "added":
      return "not in the chapter";
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
