import { seededRandom } from "../../lib/random.ts";
import { shuffle } from "../../lib/shuffle.ts";
import type { System } from "../../model/chapter.ts";
import type { Round, RoundCase, RoundKind } from "../../model/round.ts";
import { askAnswers } from "./ask-answers.ts";
import { askLayer } from "./ask-layer.ts";
import { askSees } from "./ask-sees.ts";

/** So many rounds make a set: a few minutes. */
export const roundsPerSet = 8;

type Ask = (about: RoundCase, all: readonly RoundCase[], system: System, random: () => number) => Round | undefined;

const asks: Readonly<Record<RoundKind, Ask>> = { answers: askAnswers, sees: askSees, layer: askLayer };

/**
 * A set of rounds from every failure's own case. Deterministic in `set`; each failure comes up once before any comes
 * up twice, kinds take turns, and what is announced under default choices comes first.
 */
export function makeRounds(system: System, cases: readonly RoundCase[], set: number): readonly Round[] {
  const random = seededRandom(set);
  const drawn: Round[] = [];
  const asked = new Map<RoundKind, number>();
  const used = new Map<string, number>();
  const left = shuffle(
    cases.flatMap((about) => (Object.keys(asks) as RoundKind[]).map((kind) => ({ about, kind }))),
    random,
  );
  while (drawn.length < roundsPerSet && left.length > 0) {
    const cost = ({ about, kind }: { about: RoundCase; kind: RoundKind }): number =>
      4 * (used.get(about.fault) ?? 0) + 2 * (asked.get(kind) ?? 0) + Object.keys(about.choices).length;
    const best = left.reduce((a, b) => (cost(b) < cost(a) ? b : a));
    left.splice(left.indexOf(best), 1);
    const round = asks[best.kind](best.about, cases, system, random);
    if (!round) continue;
    drawn.push(round);
    used.set(best.about.fault, (used.get(best.about.fault) ?? 0) + 1);
    asked.set(best.kind, (asked.get(best.kind) ?? 0) + 1);
  }
  return drawn
    .map((round, at) => ({ round, at, hard: difficulty(round) }))
    .sort((a, b) => a.hard - b.hard || a.at - b.at)
    .map(({ round }) => round);
}

/** Hidden is harder than announced; an unusual choice, or a failure that changes nothing, harder than the plain case. */
function difficulty({ kind, about }: Round): number {
  const ofKind = { answers: 0, sees: 1, layer: 3 }[kind];
  return ofKind + Object.keys(about.choices).length + (about.outcome === "ok" ? 1 : 0);
}
