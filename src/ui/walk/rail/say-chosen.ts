import type { Scenario } from "../../../model/scenario.ts";
import type { Trace } from "../../../model/trace.ts";

/** The branches of this run in one line, such as `new connection · other node`. */
export function sayChosen(scenario: Scenario, { run }: Trace): string {
  return scenario.choices
    .map(({ id, branches, default: usual }) => {
      const wanted = run.choices[id] ?? usual;
      return branches.find((branch) => branch.id === wanted)?.text || wanted;
    })
    .join(" · ");
}
