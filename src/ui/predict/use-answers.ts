import { useState } from "react";
import { type RoundAnswers, readAnswers, writeAnswers } from "../../session/round-answers.ts";
import { useSession } from "../app/session-context.ts";

/** The answers of a set, kept over a reload. The first answer to a question counts. */
export function useAnswers(of: string): {
  readonly answers: RoundAnswers;
  readonly answer: (n: number, option: string | null) => void;
} {
  const { ports } = useSession();
  const [kept, setKept] = useState(() => ({ of, given: readAnswers(ports.storage, of) }));
  const answers = kept.of === of ? kept.given : readAnswers(ports.storage, of);
  return {
    answers,
    answer: (n, option) => {
      if (answers[n] !== undefined) return;
      const given = { ...answers, [n]: option };
      setKept({ of, given });
      writeAnswers(ports.storage, of, given);
    },
  };
}
