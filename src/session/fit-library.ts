import type { Library } from "../model/chapter.ts";
import type { Run } from "../model/run.ts";

/** The same scenario by id; when its title was changed, the one at its place. */
export function findScenario(
  before: Library,
  after: Library,
  file: string,
  id: string | undefined,
): string | undefined {
  const here = after.chapters.find((chapter) => chapter.file === file);
  const all = [...(here?.scenarios ?? []), ...after.chapters.flatMap(({ scenarios }) => scenarios)];
  if (all.some((scenario) => scenario.id === id)) return id;
  const was = before.chapters.find((chapter) => chapter.file === file)?.scenarios.findIndex((each) => each.id === id);
  return (here?.scenarios[Math.max(0, was ?? 0)] ?? all[0])?.id;
}

/** The run without failures that the library no longer has. */
export function fitRun(run: Run, { system }: Library): Run {
  const known = run.faults.filter(({ id }) => system.faults.some((fault) => fault.id === id));
  return known.length === run.faults.length ? run : { ...run, faults: known };
}
