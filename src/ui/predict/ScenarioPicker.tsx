import type { Playable } from "../../session/results.ts";
import { useSession, useSessionState } from "../app/session-context.ts";

interface Choice {
  readonly title: string;
  readonly go: () => void;
  readonly here: boolean;
}

/** The other scenarios of the same library: what is open, or the shipped library the chapter belongs to. */
export function ScenarioPicker({ playable }: { readonly playable: Playable }) {
  const { actions, ports } = useSession();
  const opened = useSessionState((state) => state.opened);
  if (opened.kind !== "open") return playable.scenario.title;
  const here = (chapter: string, id: string) => chapter === playable.chapter.id && id === playable.scenario.id;
  const shipped = opened.source.kind === "shipped" ? opened.source.chapter : undefined;
  const card = ports.shelf.cards.find(({ chapters }) => chapters.some(({ id }) => id === shipped));
  const choices: readonly Choice[] = card
    ? card.chapters.flatMap((chapter) =>
        chapter.scenarios.map(({ id, title }) => ({
          title,
          here: here(chapter.id, id),
          go: () => {
            actions.setRound({ set: 1, n: 1 });
            void actions.open({ kind: "shipped", chapter: chapter.id }, id, "predict");
          },
        })),
      )
    : opened.library.chapters.flatMap((chapter) =>
        chapter.scenarios.map(({ id, title }) => ({
          title,
          here: here(chapter.id, id),
          go: () => {
            actions.setRound({ set: 1, n: 1 });
            actions.pickScenario(id, "predict");
          },
        })),
      );
  if (choices.length < 2) return playable.scenario.title;
  return (
    <label className="predict-picker">
      <span className="visually-hidden">Scenario</span>
      <select
        value={choices.findIndex((choice) => choice.here)}
        onChange={(event) => choices[Number(event.target.value)]?.go()}
      >
        {choices.map(({ title }, at) => (
          <option key={title} value={at}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}
