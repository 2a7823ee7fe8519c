import { Check, X } from "lucide-react";
import { useEffect, useMemo, useRef } from "react";
import type { Round } from "../../model/round.ts";
import type { Playable } from "../../session/results.ts";
import { sayRound } from "../../session/say-round.ts";
import { RoundReveal } from "./RoundReveal.tsx";
import { useOptionKeys } from "./use-option-keys.ts";

interface RoundQuestionProps {
  readonly playable: Playable;
  readonly round: Round;
  readonly n: number;
  readonly of: number;
  /** The option taken, `null` for none; undefined until the answer is out. */
  readonly given: string | null | undefined;
  /** Whether another question, or the score, was here before it. */
  readonly isNext: boolean;
  readonly onAnswer: (option: string | null) => void;
  /** Goes to the Walk view with the run that has just been revealed. */
  readonly onWalk: () => void;
  readonly onNext: () => void;
}

/** One question: what happened, the options, and once one is taken, what is right and why. */
export function RoundQuestion({ playable, round, n, of, given, isNext, onAnswer, onWalk, onNext }: RoundQuestionProps) {
  const { situation, under, question } = useMemo(
    () => sayRound(playable.scenario, playable.system, round),
    [playable, round],
  );
  const revealed = given !== undefined;
  const next = useRef<HTMLButtonElement>(null);
  const start = useRef<HTMLParagraphElement>(null);
  // The button that led here went away with the focus: it goes on where the question begins, which is then in view.
  const follows = useRef(isNext);
  useEffect(() => {
    if (follows.current && document.activeElement === document.body) start.current?.focus();
  }, []);
  // Not on a reload: only who has just answered is waiting for the next one.
  const answeredHere = useRef(false);
  useEffect(() => {
    if (revealed && answeredHere.current) next.current?.focus({ preventScroll: true });
  }, [revealed]);
  const take = (option: string | null): void => {
    answeredHere.current = true;
    onAnswer(option);
  };
  useOptionKeys(revealed ? 0 : round.options.length, (at) => take(round.options[at]?.id ?? null));

  return (
    <section className="predict-round" aria-label={`Question ${n} of ${of}`}>
      <p className="predict-situation" ref={start} tabIndex={-1}>
        {situation}
      </p>
      {under !== "" && <p className="predict-under">With {under}</p>}
      <h2 className="predict-question" id="predict-question">
        {question}
      </h2>
      <ol className="predict-options" aria-labelledby="predict-question">
        {round.options.map(({ id, text }, at) => {
          const mark = !revealed ? undefined : id === round.right ? "right" : id === given ? "wrong" : "other";
          return (
            <li key={id}>
              <button
                type="button"
                className="predict-option"
                data-mark={mark}
                aria-disabled={revealed}
                onClick={() => !revealed && take(id)}
              >
                <span className="predict-key" aria-hidden="true">
                  {mark === "right" ? <Check size={15} /> : mark === "wrong" ? <X size={15} /> : at + 1}
                </span>
                <span>{text}</span>
                {mark === "right" && <span className="visually-hidden">, right</span>}
                {mark === "wrong" && <span className="visually-hidden">, your answer, wrong</span>}
              </button>
            </li>
          );
        })}
      </ol>
      <div role="status" aria-label="Answer">
        {revealed && <RoundReveal playable={playable} round={round} given={given} />}
      </div>
      <p className="predict-actions">
        {revealed ? (
          <>
            <button type="button" className="button button-primary" ref={next} onClick={onNext}>
              {n < of ? "Next question" : "To the score"}
            </button>
            <button type="button" className="button" onClick={onWalk}>
              Open in Walk
            </button>
          </>
        ) : (
          <button type="button" className="button" onClick={() => take(null)}>
            Reveal without an answer
          </button>
        )}
      </p>
    </section>
  );
}
