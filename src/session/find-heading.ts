import type { Hop } from "../model/hop.ts";
import type { ScenarioId } from "../model/ids.ts";

/** What of a chapter a heading begins: a scenario, or a hop of it. */
export interface HeadingPlace {
  readonly scenario: ScenarioId;
  readonly hop?: number;
}

interface Headed {
  readonly id: ScenarioId;
  readonly title: string;
  readonly hops: readonly Pick<Hop, "n" | "title">[];
}

/**
 * What a link's fragment names: a scenario or a hop by its heading, as GitHub and docs sites address it, or `hop-3`: of
 * the scenario at hand, if that is one of these. Headings of notes are none: undefined.
 */
export function findHeading(
  fragment: string,
  scenarios: readonly Headed[],
  near?: ScenarioId,
): HeadingPlace | undefined {
  const wanted = bare(fragment);
  if (wanted === "") return undefined;
  const [found] = placesOf(wanted, scenarios);
  if (found) return found;
  const n = Number(/^(?:hop|step)(\d+)$/.exec(wanted)?.[1]);
  const counted = scenarios.filter(({ hops }) => hops.some((hop) => hop.n === n));
  const scenario = (counted.find(({ id }) => id === near) ?? counted[0])?.id;
  if (scenario !== undefined) return { scenario, hop: n };
  // The second heading of a name has `-1` behind it, as on GitHub.
  const [, base = "", again] = /^(.+)-(\d{1,3})$/.exec(fragment) ?? [];
  return placesOf(bare(base), scenarios)[Number(again)];
}

function placesOf(wanted: string, scenarios: readonly Headed[]): HeadingPlace[] {
  if (wanted === "") return [];
  const named = scenarios.filter(({ id, title }) => [bare(id), bare(title), `scenario${bare(title)}`].includes(wanted));
  const hops = scenarios.flatMap(({ id, hops }) =>
    hops.flatMap(({ n, title }) => {
      const number = numberBefore(bare(title), wanted);
      return number === undefined ? [] : [{ scenario: id, hop: n, exact: number === n }];
    }),
  );
  // Two hops of one title are told apart by their numbers, where these are those of their headings.
  const exact = hops.some((one) => one.exact) ? hops.filter((one) => one.exact) : hops;
  return [...named.map(({ id }) => ({ scenario: id })), ...exact.map(({ scenario, hop }) => ({ scenario, hop }))];
}

/** The number of `hop3redis` before `redis`, in any language's word; 0 where there is none before it. */
function numberBefore(title: string, wanted: string): number | undefined {
  if (title === "" || !wanted.endsWith(title)) return undefined;
  const before = wanted.slice(0, wanted.length - title.length);
  return before === "" ? 0 : Number(/^\p{L}+(\d{1,3})$/u.exec(before)?.[1] ?? Number.NaN) || undefined;
}

/** Letters and digits alone: makers of headings' addresses differ in all the rest. */
function bare(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "");
}
