import { nameFault } from "../analysis/name-fault.ts";
import type { System } from "../model/chapter.ts";
import type { Round, RoundCase } from "../model/round.ts";
import type { Scenario } from "../model/scenario.ts";

export interface RoundWords {
  /** The failure it is about, as a clause: tells the answer of a hidden one. */
  readonly failure: string;
  /** What is announced or, of a hidden failure, what is seen. */
  readonly situation: string;
  /** The choices that differ from the usual ones; empty for none. */
  readonly under: string;
  readonly question: string;
}

/** A question in words. */
export function sayRound(scenario: Scenario, system: System, { kind, about }: Round): RoundWords {
  const fault = system.faults.find(({ id }) => id === about.fault);
  const failure = fault ? nameFault(fault) : "";
  const announced = failure && `${failure}.`;
  const under = Object.entries(about.choices)
    .map(([id, branch]) => {
      const choice = scenario.choices.find((one) => one.id === id);
      return `${choice?.title ?? id}: ${choice?.branches.find((one) => one.id === branch)?.text || branch}`;
    })
    .join(" · ");
  switch (kind) {
    case "answers":
      return { failure, situation: announced, under, question: "Does the request still answer?" };
    case "sees":
      return { failure, situation: announced, under, question: "What does the user see?" };
    case "layer":
      return { failure, situation: saySymptom(about), under, question: "Which layer broke?" };
  }
}

function saySymptom({ outcome, userSees, status }: RoundCase): string {
  const sees = userSees?.replace(/[.\s]+$/, "");
  const code = status === undefined || sees?.includes(String(status)) ? "" : ` (${status})`;
  const seen = sees === undefined ? `status ${status}` : `“${sees}”${code}`;
  switch (outcome) {
    case "partial":
      return `Some users report ${seen}; others notice nothing.`;
    case "slow":
      return `Every answer comes, but late. A user reports ${seen}.`;
    case "degraded":
      return `The request is answered, but not whole. A user reports ${seen}.`;
    default:
      return `A user reports ${seen}.`;
  }
}
