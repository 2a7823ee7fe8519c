import { useEffect, useMemo, useRef } from "react";
import type { Playable } from "../../session/results.ts";
import { makeRoundSet } from "../../session/round-set.ts";
import { useSession, useSessionState } from "../app/session-context.ts";
import { ScenarioPicker } from "../shared/ScenarioPicker.tsx";
import { EmptyState } from "../shell/EmptyState.tsx";
import { NotOpen } from "../shell/NotOpen.tsx";
import { ViewHeading } from "../shell/ViewHeading.tsx";
import { RoundQuestion } from "./RoundQuestion.tsx";
import { RoundStage } from "./RoundStage.tsx";
import { SetProgress } from "./SetProgress.tsx";
import { SetSummary } from "./SetSummary.tsx";
import { useAnswers } from "./use-answers.ts";
import { useRunBefore } from "./use-run-before.ts";
import "./predict.css";
import "./predict-round.css";
import "../walk/player/player-in-part.css";
import "./predict-reveal.css";
import "./predict-media.css";

/** Questions made from the chapter: a failure is announced or hidden, the reader says what comes of it, the run plays. */
export function PredictView() {
  const { results } = useSession();
  const playable = useSessionState(results.playable);
  return playable ? <Predict key={playable.scenario.id} playable={playable} /> : <NotOpen />;
}

function Predict({ playable }: { readonly playable: Playable }) {
  const { actions } = useSession();
  const letStay = useRunBefore();
  const { scenario, system } = playable;
  const round = useSessionState((state) => state.round);
  const rounds = useMemo(() => makeRoundSet(scenario, system, round.set), [scenario, system, round.set]);
  const { answers, answer } = useAnswers(`${playable.chapter.id}/${scenario.id}@${round.set}`);
  const isNext = useRef(false);
  useEffect(() => {
    isNext.current = true;
  }, []);

  if (rounds.length === 0) {
    return (
      <EmptyState tone="info" title="There is nothing to predict here">
        <p>
          Questions are made from a chapter's failures, and this one describes none. A table with a column for what
          fails and one for what the user sees is enough.
        </p>
        <p className="empty-actions">
          <button type="button" className="button button-primary" onClick={() => actions.show("walk")}>
            Walk through it instead
          </button>
        </p>
      </EmptyState>
    );
  }
  const asked = rounds[round.n - 1];
  return (
    <main className="predict">
      <div className="predict-side">
        <div className="predict-head">
          <div className="predict-title">
            <ViewHeading className="eyebrow">Predict, then reveal</ViewHeading>
            <ScenarioPicker playable={playable} view="predict" onPick={() => actions.setRound({ set: 1, n: 1 })} />
          </div>
          <SetProgress rounds={rounds} answers={answers} n={round.n} set={round.set} />
        </div>
        {asked ? (
          <RoundQuestion
            key={`${round.set}.${round.n}`}
            playable={playable}
            round={asked}
            n={round.n}
            of={rounds.length}
            given={answers[round.n]}
            isNext={isNext.current}
            onAnswer={(id) => answer(round.n, id)}
            onWalk={() => {
              letStay();
              actions.show("walk");
            }}
            onNext={() => actions.setRound({ set: round.set, n: round.n + 1 })}
          />
        ) : (
          <SetSummary playable={playable} rounds={rounds} answers={answers} set={round.set} />
        )}
      </div>
      <RoundStage playable={playable} round={asked} revealed={answers[round.n] !== undefined} />
    </main>
  );
}
