import type { Library } from "../model/chapter.ts";
import type { ChapterId } from "../model/ids.ts";
import type { Problem } from "../model/problem.ts";
import type { Run } from "../model/run.ts";
import type { Session } from "./create-session.ts";
import type { OpenedFile } from "./ports/reader.ts";

/** Puts a text that was read on the stage: same scenario, same place, failures that are still there. */
export function publish(
  { store, playhead, actions }: Session,
  draft: ChapterId,
  file: string,
  files: readonly OpenedFile[],
  library: Library | undefined,
): void {
  const state = store.getState();
  const { opened } = state;
  if (opened.kind !== "open" || opened.source.kind !== "own" || opened.source.chapter !== draft) return;
  const source = { kind: "own" as const, chapter: draft, files };
  if (!library) {
    store.setState({ opened: { ...opened, source, files } });
    return;
  }
  const scenario = findScenario(opened.library, library, file, state.scenario);
  store.setState({ opened: { kind: "open", source, library, files }, scenario, run: fitRun(state.run, library) });
  const at = playhead.get();
  actions.seek(at.step, at.fraction);
}

/** The same scenario by id; when its title was changed, the one at its place. */
function findScenario(before: Library, after: Library, file: string, id: string | undefined): string | undefined {
  const here = after.chapters.find((chapter) => chapter.file === file);
  const all = [...(here?.scenarios ?? []), ...after.chapters.flatMap(({ scenarios }) => scenarios)];
  if (all.some((scenario) => scenario.id === id)) return id;
  const was = before.chapters.find((chapter) => chapter.file === file)?.scenarios.findIndex((each) => each.id === id);
  return (here?.scenarios[Math.max(0, was ?? 0)] ?? all[0])?.id;
}

function fitRun(run: Run, { system }: Library): Run {
  const known = run.faults.filter(({ id }) => system.faults.some((fault) => fault.id === id));
  return known.length === run.faults.length ? run : { ...run, faults: known };
}

/** What broke the text since it could last be read well; undefined while it reads no worse. */
export function findBreak(problems: readonly Problem[], good: readonly Problem[]): Problem | undefined {
  const errors = problems.filter(({ severity }) => severity === "error");
  const before = good.filter(({ severity }) => severity === "error");
  if (errors.length <= before.length) return undefined;
  return errors.find(({ message }) => !before.some((each) => each.message === message)) ?? errors[0];
}
