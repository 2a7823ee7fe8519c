import type { Diagram } from "../model/diagram.ts";
import { deepestNesting, limitDepth } from "./limit-depth.ts";
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
  const { diagram: limited, cut } = limitDepth(diagram);
  if (cut) {
    const text = `Blocks nest deeper than ${deepestNesting} levels here; what is in them is read as if it stood in level ${deepestNesting}.`;
    problems.add("warning", "sequence/too-deep", text, cut.span);
  }
  return limited;
}
