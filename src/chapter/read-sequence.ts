import type { Diagram } from "../model/diagram.ts";
import type { ProblemList } from "./problem-list.ts";
import { parseSequence } from "./sequence/parse-sequence.ts";

/** A fence's diagram; its problems join the file's. */
export function readSequence(
  text: string,
  at: { offset: number; line: number; column: number },
  problems: ProblemList,
): Diagram {
  const diagram = parseSequence(text, at);
  for (const { severity, code, message, span } of diagram.problems) problems.add(severity, code, message, span);
  return diagram;
}
