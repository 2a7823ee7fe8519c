import type { Figure } from "../../model/latency.ts";
import { readLatencyText } from "../latency/read-cases.ts";
import type { At, ProblemList } from "../problem-list.ts";
import type { ChoiceBook } from "./choice-book.ts";

/** A stated figure with its conditions as branches of a choice; what cannot be read is a problem at its place. */
export function readFigure(
  text: string,
  at: At,
  choices: ChoiceBook,
  problems: ProblemList,
  unitOfColumn = "",
): Figure | undefined {
  const read = readLatencyText(text, unitOfColumn);
  if (read.kind === "unreadable") {
    const shown = text.replace(/\s+/gu, " ").trim().slice(0, 80);
    problems.add("warning", "latency/unreadable", `“${shown}” cannot be read as a latency. ${read.why}`, at);
    return undefined;
  }
  const place = { file: problems.file, line: at.line, ...(read.inferred ? { inferred: true } : {}) };
  const single = read.cases.length === 1 ? read.cases[0] : undefined;
  if (single) return { cases: [{ latency: single.latency }], ...place };
  const use = choices.forCases(
    read.cases.map((each) => each.condition),
    at.line,
  );
  const cases = read.cases.map((each, index) => {
    const branch = use.branches[index];
    return branch === undefined
      ? { latency: each.latency }
      : { latency: each.latency, when: { choice: use.choice, branch } };
  });
  return { cases, ...place };
}
