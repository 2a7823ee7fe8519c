import type { Scenario } from "../model/scenario.ts";
import type { Loaded } from "./load-library.ts";
import { pickScenario } from "./read-run.ts";
import { UsageError } from "./usage-error.ts";

/** The scenario a name means, and the library it stands in. Throws UsageError when there is none, or no only one. */
export function findScenario(
  all: readonly Loaded[],
  name: string | undefined,
): { readonly loaded: Loaded; readonly scenario: Scenario } {
  const scenariosOf = ({ chapters }: Loaded) => chapters.flatMap(({ scenarios }) => scenarios);
  const everything = all.flatMap(scenariosOf);
  if (everything.length === 0) {
    const [problem] = all.flatMap(({ problems }) => problems);
    if (problem)
      throw new UsageError(`There is no scenario to run. ${problem.file}:${problem.line}: ${problem.message}`);
  }
  const scenario = pickScenario(everything, name);
  const loaded = all.find((each) => scenariosOf(each).includes(scenario));
  if (!loaded) throw new UsageError("There is no scenario to run.");
  return { loaded, scenario };
}
