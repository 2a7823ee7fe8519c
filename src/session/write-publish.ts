import type { Library } from "../model/chapter.ts";
import type { ChapterId } from "../model/ids.ts";
import type { Problem } from "../model/problem.ts";
import type { Session } from "./create-session.ts";
import { findScenario, fitRun } from "./fit-library.ts";
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
  const source = { ...opened.source, files };
  if (!library) {
    store.setState({ opened: { ...opened, source, files } });
    return;
  }
  const scenario = findScenario(opened.library, library, file, state.scenario);
  store.setState({ opened: { kind: "open", source, library, files }, scenario, run: fitRun(state.run, library) });
  const at = playhead.get();
  actions.seek(at.step, at.fraction);
}

/** What broke the text since it could last be read well; undefined while it reads no worse. */
export function findBreak(problems: readonly Problem[], good: readonly Problem[]): Problem | undefined {
  const errors = problems.filter(({ severity }) => severity === "error");
  const before = good.filter(({ severity }) => severity === "error");
  if (errors.length <= before.length) return undefined;
  return errors.find(({ message }) => !before.some((each) => each.message === message)) ?? errors[0];
}
