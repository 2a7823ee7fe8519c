import type { SessionState } from "../../session/state.ts";
import type { Vocabulary } from "../../session/write-text.ts";

const nothing: Vocabulary = { participants: [], layers: [], faults: [], choices: [], scenarios: [] };

/** The names that the open chapter has. */
export function vocabularyOf({ opened }: SessionState): Vocabulary {
  if (opened.kind !== "open") return nothing;
  const scenarios = opened.library.chapters.flatMap((chapter) => chapter.scenarios);
  const participants = new Map(
    scenarios.flatMap((each) =>
      each.participants.flatMap(({ ids, label }) => ids.map((id) => [id, { id, label }] as const)),
    ),
  );
  const { layers, faults } = opened.library.system;
  const own = opened.library.chapters.flatMap(({ system }) => system);
  const all = <Item extends { readonly id: string }>(items: readonly Item[]): Item[] => [
    ...new Map(items.map((item) => [item.id, item])).values(),
  ];
  return {
    participants: [...participants.values()],
    layers: all([...layers, ...own.flatMap((system) => system.layers)]),
    faults: all([...faults, ...own.flatMap((system) => system.faults)]),
    choices: all(scenarios.flatMap(({ choices }) => choices)),
    scenarios,
  };
}
