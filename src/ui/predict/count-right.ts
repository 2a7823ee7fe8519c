import type { Round } from "../../model/round.ts";
import type { RoundAnswers } from "../../session/round-answers.ts";

/** What was revealed without an answer counts as neither. */
export function countRight(
  rounds: readonly Round[],
  answers: RoundAnswers,
): { readonly right: number; readonly answered: number } {
  const given = rounds.map(({ right }, at) => ({ right, answer: answers[at + 1] ?? undefined }));
  const answered = given.filter(({ answer }) => answer !== undefined);
  return { right: answered.filter(({ right, answer }) => right === answer).length, answered: answered.length };
}
