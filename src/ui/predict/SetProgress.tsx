import type { Round } from "../../model/round.ts";
import type { RoundAnswers } from "../../session/round-answers.ts";
import { useSession } from "../app/session-context.ts";
import { countRight } from "./count-right.ts";

interface SetProgressProps {
  readonly rounds: readonly Round[];
  readonly answers: RoundAnswers;
  readonly n: number;
  readonly set: number;
}

/** A mark for each question: open, right, wrong; and the score so far. */
export function SetProgress({ rounds, answers, n, set }: SetProgressProps) {
  const { actions } = useSession();
  const { right, answered } = countRight(rounds, answers);
  return (
    <nav className="predict-progress" aria-label="Questions">
      <ol>
        {rounds.map(({ right: wanted }, at) => {
          const given = answers[at + 1];
          const mark =
            given === undefined ? "open" : given === null ? "revealed" : given === wanted ? "right" : "wrong";
          return (
            <li
              key={`${wanted}-${
                // biome-ignore lint/suspicious/noArrayIndexKey: a set's questions are told apart by their place.
                at
              }`}
            >
              <button
                type="button"
                className="predict-mark"
                data-mark={mark}
                aria-current={at + 1 === n ? "step" : undefined}
                aria-label={`Question ${at + 1}, ${mark === "open" ? "not answered yet" : mark}`}
                onClick={() => actions.setRound({ set, n: at + 1 })}
              >
                {mark === "right" ? "✓" : mark === "wrong" ? "✕" : at + 1}
              </button>
            </li>
          );
        })}
      </ol>
      <p className="predict-score">{answered === 0 ? `${rounds.length} questions` : `${right} of ${answered} right`}</p>
    </nav>
  );
}
