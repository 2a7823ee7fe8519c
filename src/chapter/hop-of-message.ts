import type { Latency } from "../model/latency.ts";
import { messagesIn } from "../model/messages-in.ts";
import type { BudgetRow } from "../model/scenario.ts";
import type { Message } from "../model/step.ts";
import { type HopDraft, namesOf, type ScenarioDraft } from "./scenario-draft.ts";
import { alike, withoutFillers, wordsOf } from "./words.ts";

function sameLatency(a: Latency, b: Latency): boolean {
  return a.min === b.min && a.max === b.max;
}

/** A row that no hop took may speak of one message that says the same figure of itself. */
export function hopOfMessage(row: BudgetRow, scenario: ScenarioDraft): number | undefined {
  const latency = row.figure?.cases[0]?.latency;
  if (!latency) return undefined;
  const words = withoutFillers(wordsOf(row.label));
  const score = (hop: HopDraft, message: Message) => {
    const names = [message.from, message.to].flatMap((key) => namesOf(hop, key));
    const there = wordsOf([message.text, ...names].join(" "));
    return words.filter((word) => there.some((other) => alike(word, other))).length;
  };
  const hits = scenario.hops.flatMap((hop) =>
    messagesIn(hop.steps)
      // Answers are the way back, which has a row of its own.
      .filter((message) => message.arrow.line === "solid")
      .filter(
        (message) =>
          message.figure?.cases.length === 1 && message.figure.cases.some((each) => sameLatency(each.latency, latency)),
      )
      .map((message) => ({ hop: hop.n, score: score(hop, message) })),
  );
  const best = hits.sort((a, b) => b.score - a.score)[0];
  const equals = hits.filter((each) => each.score === best?.score && each.hop !== best.hop);
  return best && best.score >= 1 && equals.length === 0 ? best.hop : undefined;
}
