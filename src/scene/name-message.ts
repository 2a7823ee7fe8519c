import { addIntervals, type Interval } from "../lib/interval.ts";
import type { System } from "../model/chapter.ts";
import type { Scenario } from "../model/scenario.ts";
import type { TracedMessage } from "../model/trace.ts";
import { cutText } from "./cut-text.ts";
import { sayInterval } from "./say-interval.ts";
import { tagMessage } from "./tag-message.ts";

/** Names of participants without line breaks, by key. */
export function nameParticipants(scenario: Scenario): ReadonlyMap<string, string> {
  return new Map(scenario.participants.map((one) => [one.key, one.label.replace(/\s*\n\s*/gu, " ")]));
}

/**
 * How long one message takes, ms. Behind a wait that nobody documents, the latest instants are unknown, though the
 * message's own range is not: there it follows from the drawn time, which is the middle of the range.
 */
export function durationOf(traced: TracedMessage): Interval {
  const min = traced.end.min - traced.start.min;
  if (traced.end.max !== null && traced.start.max !== null) return { min, max: traced.end.max - traced.start.max };
  if (traced.start.max !== null || traced.wait) return { min, max: null };
  const mirrored = 2 * (traced.drawn.end - traced.drawn.start) - min;
  return { min, max: mirrored > min || min === 0 ? Math.max(mirrored, min) : null };
}

const said: Readonly<Record<TracedMessage["outcome"], string>> = {
  ok: "",
  slow: "slow",
  failed: "failed",
  lost: "lost",
  skipped: "skipped",
  neverReached: "never reached",
  added: "not in the chapter",
};

/** One message in words: `hop 3, message 2: Traefik to CoreDNS: Resolve api, call, failed: CoreDNS down, 0.25–0.75 ms`. */
export function nameMessage(traced: TracedMessage, system: System, names: ReadonlyMap<string, string>): string {
  const place = traced.inHop === undefined ? `hop ${traced.hop}` : `hop ${traced.hop}, message ${traced.inHop}`;
  const round = traced.iteration && traced.iteration.of > 1 ? `, ${traced.iteration.n} of ${traced.iteration.of}` : "";
  const from = names.get(traced.from) ?? traced.from;
  const to = traced.from === traced.to ? "itself" : (names.get(traced.to) ?? traced.to);
  const tag = tagMessage(traced, system)?.text;
  const outcome = [said[traced.outcome], tag === said[traced.outcome] ? undefined : tag].filter(Boolean).join(": ");
  const happens = traced.outcome !== "neverReached" && traced.outcome !== "skipped";
  const time = happens && traced.figure ? sayInterval(durationOf(traced)) : "";
  const text = cutText(traced.text).replace(/\s*\n\s*/gu, " ");
  return [`${place}${round}: ${from} to ${to}: ${text}`, traced.role, outcome, time].filter(Boolean).join(", ");
}

/** A sum of stretches of time. */
export function totalDuration(all: readonly TracedMessage[]): Interval {
  return all.map(durationOf).reduce(addIntervals, { min: 0, max: 0 });
}
