import { shuffle } from "../../lib/shuffle.ts";
import type { System } from "../../model/chapter.ts";
import type { Round, RoundCase } from "../../model/round.ts";
import { plainText, sameChoices } from "./compare-cases.ts";

const none = "Nothing out of the ordinary";
const optionsAtMost = 4;

/** What will the user see? Never asked where the chapter does not say. */
export function askSees(
  about: RoundCase,
  all: readonly RoundCase[],
  system: System,
  random: () => number,
): Round | undefined {
  const right = seen(about);
  if (right === undefined) return undefined;
  const own = system.faults.find(({ id }) => id === about.fault)?.userSees;
  // A failure's own words are no wrong answer, even under choices that keep it from biting: too near to argue about.
  const known = new Set([plainText(right), ...(own === undefined ? [] : [plainText(own)])]);
  const others: string[] = [];
  const here = all.filter((other) => sameChoices(other, about));
  const said = [...shuffle(here, random).map(seen), ...shuffle(system.faults, random).map(({ userSees }) => userSees)];
  for (const text of [none, ...said]) {
    if (text === undefined || others.length === optionsAtMost - 1 || known.has(plainText(text))) continue;
    known.add(plainText(text));
    others.push(text);
  }
  if (others.length < 1) return undefined;
  const options = shuffle([right, ...others], random).map((text) => ({ id: plainText(text), text }));
  return { kind: "sees", about, options, right: plainText(right) };
}

function seen({ outcome, userSees }: RoundCase): string | undefined {
  return outcome === "ok" ? none : userSees;
}
