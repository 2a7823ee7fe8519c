import type { Round, RoundCase, RoundOption } from "../../model/round.ts";
import type { Outcome } from "../../model/verdict.ts";

/** The five outcomes as answers to “does it still answer?”. */
const words: Readonly<Record<Outcome, string>> = {
  ok: "Yes, as on any other day",
  slow: "Yes, but it takes longer",
  degraded: "Yes, but something is missing",
  partial: "Only for some of the requests",
  failed: "No",
};

const options: readonly RoundOption[] = Object.entries(words).map(([id, text]) => ({ id, text }));

/** Does it still answer? */
export function askAnswers(about: RoundCase): Round {
  return { kind: "answers", about, options, right: about.outcome };
}
