import { useEffect, useRef } from "react";
import type { Round } from "../../model/round.ts";
import type { Playable } from "../../session/results.ts";
import type { RoundAnswers } from "../../session/round-answers.ts";
import { sayRound } from "../../session/say-round.ts";
import { useSession } from "../app/session-context.ts";
import { countRight } from "./count-right.ts";

interface SetSummaryProps {
  readonly playable: Playable;
  readonly rounds: readonly Round[];
  readonly answers: RoundAnswers;
  readonly set: number;
}

/** The score, and what to read again. */
export function SetSummary({ playable, rounds, answers, set }: SetSummaryProps) {
  const { actions } = useSession();
  const { right, answered } = countRight(rounds, answers);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const open = rounds.length - Object.keys(answers).length;
  const revealed = rounds.length - open - answered;
  const firstOpen = rounds.findIndex((_, at) => answers[at + 1] === undefined);
  const missed = rounds.flatMap((round, at) =>
    answers[at + 1] === undefined || answers[at + 1] === round.right ? [] : [{ round, n: at + 1 }],
  );
  return (
    <section className="predict-round" aria-label="Score">
      <h2 className="predict-situation" ref={heading} tabIndex={-1}>
        {answered === 0 ? "Nothing was answered." : `${right} of ${answered} right.`}
      </h2>
      {open > 0 && (
        <p className="predict-under">{open === 1 ? "One question is" : `${open} questions are`} still open.</p>
      )}
      {revealed > 0 && (
        <p className="predict-under">
          {revealed === 1 ? "One question was" : `${revealed} questions were`} revealed without an answer.
        </p>
      )}
      {missed.length > 0 && (
        <>
          <h3 className="predict-question">Worth another look</h3>
          <ol className="predict-missed">
            {missed.map(({ round, n }) => {
              const { failure, question } = sayRound(playable.scenario, playable.system, round);
              return (
                <li key={n}>
                  <button type="button" className="link-button" onClick={() => actions.setRound({ set, n })}>
                    {failure}
                  </button>
                  <span>
                    {question} {round.options.find(({ id }) => id === round.right)?.text}
                  </span>
                </li>
              );
            })}
          </ol>
        </>
      )}
      {missed.length === 0 && answered === rounds.length && (
        <p>You know how this request breaks. Another scenario may still surprise you.</p>
      )}
      <p className="predict-actions">
        <button
          type="button"
          className="button button-primary"
          onClick={() => actions.setRound({ set: set + 1, n: 1 })}
        >
          Another set
        </button>
        <button
          type="button"
          className="button"
          onClick={() => actions.setRound({ set, n: firstOpen < 0 ? 1 : firstOpen + 1 })}
        >
          {firstOpen < 0 ? "Back to the first" : "To the first open one"}
        </button>
      </p>
    </section>
  );
}
