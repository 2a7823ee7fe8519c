import type { BudgetRow } from "../../model/scenario.ts";
import { isDistinctive, labelWords } from "../lifelines/label-words.ts";
import { alike, plain, withoutFillers, wordsOf } from "../words.ts";
import { endsOf } from "./way-back.ts";

/** What a hop can be recognised by. */
export interface HopWords {
  readonly n: number;
  readonly title: string;
  /** Labels and ids of the lifelines at its two ends. */
  readonly from: readonly string[];
  readonly to: readonly string[];
}

const clientWords = new Set(
  "user client app browser phone mobile customer device ios android nutzer benutzer kunde utilisateur usuario cliente".split(
    " ",
  ),
);
const backWords =
  /\b(?:return|back|response|answer|reverse|reply|ruckweg|antwort|zuruck|retour|reponse|vuelta|respuesta|regreso)\b/;

function telling(text: string): readonly string[] {
  const words = withoutFillers(wordsOf(text.replace(/\([^()]*\)/g, " ")));
  return words.map((word) => (clientWords.has(word) ? "client" : word));
}

/** How many of `wanted`'s words stand in `there`, 0 to 1. */
function coverage(wanted: readonly string[], there: readonly string[]): number {
  if (wanted.length === 0) return 0;
  return wanted.filter((word) => there.some((other) => alike(word, other))).length / wanted.length;
}

function endScore(rowEnd: string, hopEnd: readonly string[]): number {
  const words = telling(rowEnd);
  const core = labelWords(rowEnd).core.map((word) => (clientWords.has(word) ? "client" : word));
  return Math.max(
    0,
    ...hopEnd.map((each) => {
      const there = telling(each);
      return Math.max(coverage(words, there), coverage(core, there) * 0.95, coverage(there, words) * 0.8);
    }),
  );
}

/** How well a row's words fit a hop, 0 to 1. */
export function fitOf(row: BudgetRow, hop: Omit<HopWords, "n">): number {
  const hopEnds = endsOf(hop.title);
  const ends = endsOf(row.label);
  const goesBack = backWords.test(plain(hop.title));
  if (row.reversed || backWords.test(plain(row.label))) return goesBack ? (row.reversed ? 1 : 0.8) : 0;
  // `API → User` may name the way back by its ends alone.
  if (goesBack && !ends) return 0;
  if (ends) {
    // What the title says of itself counts for more than who takes part.
    const near = (end: string, title: string | undefined, names: readonly string[]) =>
      Math.max(title === undefined ? 0 : endScore(end, [title]), endScore(end, names) * 0.9);
    const from = near(ends.from, hopEnds?.from, hop.from);
    const to = near(ends.to, hopEnds?.to, hop.to);
    return from >= 0.5 && to >= 0.5 ? (from + to) / 2 : 0;
  }
  const words = telling(row.label);
  const title = coverage(words, telling(hop.title));
  if (title >= 0.99) return 0.9;
  // The title's words all in the row's: "api" is not enough, "postgres query" for "Query Postgres" is.
  const reverse = coverage(telling(hop.title), words);
  const both = Math.min(title, 1) * 0.5 + reverse * 0.5;
  // "Redis lookup" is about the leg that ends at Redis.
  const far = hopEnds && telling(hopEnds.to).filter(isDistinctive);
  if (far && far.length > 0 && coverage(far, words) === 1 && words.length <= 3) return 0.55;
  const distinct = telling(hop.title).length >= 2 && words.length >= 2;
  return distinct && both >= 0.6 ? both * 0.85 : 0;
}

/** Rows with the hops they speak of: the best fits first, one row for a hop, one hop for a row. */
export function matchRows(rows: readonly BudgetRow[], hops: readonly HopWords[]): BudgetRow[] {
  const pairs = rows.flatMap((row, index) =>
    hops.map((hop, place) => ({ index, place, hop: hop.n, score: fitOf(row, hop) })),
  );
  // At equal fit the pair that keeps the order of both lists.
  const drift = (pair: { index: number; place: number }) =>
    Math.abs(pair.index / Math.max(1, rows.length) - pair.place / Math.max(1, hops.length));
  pairs.sort((a, b) => b.score - a.score || drift(a) - drift(b));
  const hopOf = new Map<number, number>();
  const taken = new Set<number>();
  for (const { index, hop, score } of pairs) {
    if (score < 0.5 || hopOf.has(index) || taken.has(hop)) continue;
    hopOf.set(index, hop);
    taken.add(hop);
  }
  return rows.map((row, index) => {
    const hop = hopOf.get(index);
    return hop === undefined ? row : { ...row, hop };
  });
}
