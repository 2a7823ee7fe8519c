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
  /** Its messages, by index. */
  readonly messages: readonly number[];
}

type Sum = { label: string; time: number; back: boolean; hops: Set<number>; messages: number[] };

/** Where the drawn time until the answer goes, hop by hop; the failure's way back is a part of its own. */
export function shareByHop(scenario: Scenario, trace: Trace): TimePart[] {
  const parts = new Map<string, Sum>();
  const titles = new Map(scenario.hops.map((hop) => [hop.n, hop.title]));
  const add = (n: number, time: number, index?: number) => {
    const label = `${n} ${titles.get(n) ?? ""}`.trim();
    const part = parts.get(`hop-${n}`) ?? { label, time: 0, back: false, hops: new Set([n]), messages: [] };
    parts.set(`hop-${n}`, part);
    part.time += time;
    if (index !== undefined) part.messages.push(index);
  };
  const messages = waitedFor(trace);
  const withMessages = new Set(messages.map((message) => message.hop));
  for (const hop of trace.hops) {
    add(hop.n, hop.reached && !withMessages.has(hop.n) ? hop.drawn.end - hop.drawn.start : 0);
  }
  for (const message of messages) {
    if (!isWayBack(message)) add(message.hop, message.drawn.end - message.drawn.start, message.index);
  }
  const back = messages.filter(isWayBack);
  if (back.length > 0) {
    const time = back.reduce((sum, message) => sum + message.drawn.end - message.drawn.start, 0);
    parts.set("back", {
      label: "The failure travels back",
      time,
      back: true,
      hops: new Set(),
      messages: back.map((one) => one.index),
    });
  }
  return finish(parts);
}

/**
 * The same by layer: a call's time is charged to the layer it goes to, an answer's to the layer it comes from, since
 * that is the layer the caller waits for.
 */
export function shareByLayer(system: System, trace: Trace): TimePart[] {
  const names = new Map(system.layers.map((layer) => [layer.id, layer.name]));
  const parts = new Map<string, Sum>();
  for (const message of waitedFor(trace)) {
    const time = message.drawn.end - message.drawn.start;
    if (time <= 0) continue;
    const layer = message.role === "answer" ? message.layers[0] : message.layers.at(-1);
    const key = layer ?? "no-layer";
    const part = parts.get(key);
    if (part) {
      part.time += time;
      part.hops.add(message.hop);
      part.messages.push(message.index);
    } else {
      const label = layer === undefined ? "no layer" : (names.get(layer) ?? layer);
      parts.set(key, { label, time, back: false, hops: new Set([message.hop]), messages: [message.index] });
    }
  }
  return finish(parts).sort((a, b) => b.time - a.time);
}

function waitedFor(trace: Trace): readonly TracedMessage[] {
  return trace.messages.filter((message) => isPassed(message) && !message.aside);
}

function finish(parts: ReadonlyMap<string, Sum>): TimePart[] {
  const total = [...parts.values()].reduce((sum, part) => sum + part.time, 0);
  return [...parts]
    .filter(([, part]) => part.time > 0)
    .map(([key, part]) => ({ ...part, key, share: part.time / total, hops: [...part.hops] }));
}
