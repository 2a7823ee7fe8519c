import type { Trace, TracedMessage } from "./trace.ts";

/** The same message of the chapter in two traces of one scenario; one side is absent where a run does not have it. */
export interface MessagePair {
  /** The message's number and which time it comes: `12-1`. What is not in the chapter begins with `added`. */
  readonly key: string;
  readonly a?: TracedMessage;
  readonly b?: TracedMessage;
}

/**
 * Pairs the messages of two traces: by their number and how often they came before (loops); ways back and repeated
 * attempts by what they say. In the order of the text. `pairMessages(b, a)` is the same list with the sides exchanged.
 */
export function pairMessages(a: Trace, b: Trace): readonly MessagePair[] {
  const left = keyMessages(a);
  const right = keyMessages(b);
  const keys = new Set([...left.keys(), ...right.keys()]);
  const pairs = [...keys].map((key): MessagePair => {
    const one = left.get(key);
    const other = right.get(key);
    return { key, ...(one && { a: one }), ...(other && { b: other }) };
  });
  return pairs.sort((one, other) => compareBy(orderOf(one), orderOf(other)));
}

/** A trace's messages by the name that they have in any trace of the same scenario. */
export function keyMessages(trace: Trace): ReadonlyMap<string, TracedMessage> {
  const times = new Map<string, number>();
  const keyed = new Map<string, TracedMessage>();
  for (const message of trace.messages) {
    const name = message.n === undefined ? nameAdded(message) : String(message.n);
    const time = (times.get(name) ?? 0) + 1;
    times.set(name, time);
    keyed.set(`${name}-${time}`, message);
  }
  return keyed;
}

function nameAdded({ hop, from, to, text, status }: TracedMessage): string {
  return `added ${hop} ${from} ${to} ${text} ${status ?? ""}`;
}

type Order = readonly (number | string)[];

/** By hop, the chapter's own first, by number, then by which time around; then what was added, as it came. */
function orderOf({ key, a, b }: MessagePair): Order {
  const message = a ?? b;
  const time = Number(key.slice(key.lastIndexOf("-") + 1));
  if (message?.n !== undefined) return [message.hop, 0, message.n, time, key];
  return [message?.hop ?? 0, 1, Math.min(a?.index ?? Infinity, b?.index ?? Infinity), 0, key];
}

function compareBy(one: Order, other: Order): number {
  for (const [i, value] of one.entries()) {
    const against = other[i];
    if (value === against || against === undefined) continue;
    return value < against ? -1 : 1;
  }
  return 0;
}
