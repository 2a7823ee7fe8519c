import type { System } from "../../model/chapter.ts";
import type { Scenario } from "../../model/scenario.ts";
import type { Duration } from "../../model/time.ts";
import { isPassed, isWayBack, type Trace, type TracedMessage } from "../../model/trace.ts";

/** A part of the time until the answer. */
export interface TimePart {
  readonly key: string;
  readonly label: string;
  readonly time: Duration;
  /** Of all parts together, 0…1. */
  readonly share: number;
  readonly back: boolean;
  /** The hops it lies in, to light up their rows. */
  readonly hops: readonly number[];
}

/** Where the drawn time until the answer goes, hop by hop; the failure's way back is a part of its own. */
export function shareByHop(scenario: Scenario, trace: Trace): TimePart[] {
  const parts = new Map<string, { label: string; time: number; back: boolean; hops: Set<number> }>();
  const titles = new Map(scenario.hops.map((hop) => [hop.n, hop.title]));
  const add = (n: number, time: number) => {
    const part = parts.get(`hop-${n}`);
    if (part) part.time += time;
    else parts.set(`hop-${n}`, { label: `${n} ${titles.get(n) ?? ""}`.trim(), time, back: false, hops: new Set([n]) });
  };
  const messages = waitedFor(trace);
  const withMessages = new Set(messages.map((message) => message.hop));
  for (const hop of trace.hops) {
    add(hop.n, hop.reached && !withMessages.has(hop.n) ? hop.drawn.end - hop.drawn.start : 0);
  }
  for (const message of messages) {
    if (!isWayBack(message)) add(message.hop, message.drawn.end - message.drawn.start);
  }
  const back = messages.filter(isWayBack);
  if (back.length > 0) {
    const time = back.reduce((sum, message) => sum + message.drawn.end - message.drawn.start, 0);
    parts.set("back", { label: "The failure travels back", time, back: true, hops: new Set() });
  }
  return finish(parts);
}

/**
 * The same by layer: a call's time is charged to the layer it goes to, an answer's to the layer it comes from, since
 * that is the layer the caller waits for.
 */
export function shareByLayer(system: System, trace: Trace): TimePart[] {
  const names = new Map(system.layers.map((layer) => [layer.id, layer.name]));
  const parts = new Map<string, { label: string; time: number; back: boolean; hops: Set<number> }>();
  for (const message of waitedFor(trace)) {
    const time = message.drawn.end - message.drawn.start;
    if (time <= 0) continue;
    const layer = message.role === "answer" ? message.layers[0] : message.layers.at(-1);
    const key = layer ?? "no-layer";
    const part = parts.get(key);
    if (part) {
      part.time += time;
      part.hops.add(message.hop);
    } else {
      const label = layer === undefined ? "no layer" : (names.get(layer) ?? layer);
      parts.set(key, { label, time, back: false, hops: new Set([message.hop]) });
    }
  }
  return finish(parts).sort((a, b) => b.time - a.time);
}

function waitedFor(trace: Trace): readonly TracedMessage[] {
  return trace.messages.filter((message) => isPassed(message) && !message.aside);
}

function finish(parts: Map<string, { label: string; time: number; back: boolean; hops: Set<number> }>): TimePart[] {
  const total = [...parts.values()].reduce((sum, part) => sum + part.time, 0);
  return [...parts]
    .filter(([, part]) => part.time > 0)
    .map(([key, part]) => ({ ...part, key, share: part.time / total, hops: [...part.hops] }));
}
