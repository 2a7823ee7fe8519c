import type { Library } from "../model/chapter.ts";
import type { LayerId } from "../model/ids.ts";
import { messagesIn } from "../model/messages-in.ts";

export interface Covered {
  readonly covered: number;
  readonly of: number;
  readonly missing: readonly string[];
}

/** How much of what a library draws has an answer to "and when this fails?". */
export interface Coverage {
  /** A lifeline is covered when its layer has a failure. */
  readonly participants: Covered;
  /** A layer is covered when it has a failure. */
  readonly layers: Covered;
  /** A failure is covered when the chapter says what the user sees, how to recover, and how to check. */
  readonly faults: Covered;
  /** A message is covered when some layer that it passes has a failure. */
  readonly messages: Covered;
}

/** Counts over all scenarios; a lifeline that several scenarios share counts once. */
export function getCoverage(library: Pick<Library, "chapters" | "system">): Coverage {
  const { layers, faults } = library.system;
  const failing = new Set<LayerId>(faults.flatMap(({ layer }) => (layer === undefined ? [] : [layer])));
  const fails = (layer: LayerId | undefined): boolean => layer !== undefined && failing.has(layer);

  const lifelines = new Map<string, boolean>();
  const messages: [name: string, covered: boolean][] = [];
  for (const scenario of library.chapters.flatMap((chapter) => chapter.scenarios)) {
    const layerOf = new Map(scenario.participants.map(({ key, layer }) => [key, layer]));
    for (const { label, layer } of scenario.participants) {
      const name = onOneLine(label);
      lifelines.set(name, (lifelines.get(name) ?? false) || fails(layer));
    }
    for (const hop of scenario.hops) {
      for (const message of messagesIn(hop.steps)) {
        const met = [layerOf.get(message.from), ...message.via, layerOf.get(message.to)];
        messages.push([`${scenario.id} ${hop.n}.${message.inHop} ${onOneLine(message.text)}`, met.some(fails)]);
      }
    }
  }
  return {
    participants: count([...lifelines]),
    layers: count(layers.map(({ id }) => [id, failing.has(id)])),
    faults: count(faults.map(({ id, userSees, recovery, check }) => [id, Boolean(userSees && recovery && check)])),
    messages: count(messages),
  };
}

/** Several libraries as one. */
export function addCoverage(all: readonly Coverage[]): Coverage {
  const sum = (key: keyof Coverage): Covered => ({
    covered: all.reduce((total, each) => total + each[key].covered, 0),
    of: all.reduce((total, each) => total + each[key].of, 0),
    missing: all.flatMap((each) => each[key].missing),
  });
  return { participants: sum("participants"), layers: sum("layers"), faults: sum("faults"), messages: sum("messages") };
}

function count(all: readonly (readonly [name: string, covered: boolean])[]): Covered {
  const missing = all.filter(([, covered]) => !covered).map(([name]) => name);
  return { covered: all.length - missing.length, of: all.length, missing };
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}
