import { samePlace } from "../player/same-place.ts";
import type { Session } from "./create-session.ts";
import { findScenario, fitRun } from "./fit-library.ts";

/**
 * Loads the shipped chapter that is open once more: same scenario, same message, failures that are still there.
 * False when nothing on screen could be kept, so that the whole page has to be asked for again.
 */
export async function reread(session: Session): Promise<boolean> {
  const { store, ports, playhead, actions } = session;
  const { opened } = store.getState();
  if (store.getState().view === "library" || opened.kind === "failed") return false;
  if (opened.kind !== "open" || opened.source.kind !== "shipped") return true;
  const { source } = opened;
  const library = await ports.shelf.load(source.chapter);
  const now = store.getState();
  // The reader may have opened something else meanwhile.
  if (now.opened !== opened) return true;
  const file = opened.library.chapters[0]?.file ?? "";
  const scenario = library && findScenario(opened.library, library, file, now.scenario);
  if (!library || scenario === undefined) {
    actions.tell("warn", "This chapter cannot be played any more; what was read before is still shown.");
    return true;
  }
  const before = played(session);
  const from = playhead.get();
  store.setState({ opened: { ...opened, library }, scenario, run: fitRun(now.run, library) });
  const after = played(session);
  if (before && after) {
    const to = samePlace(before, after, from);
    actions.seek(to.step, to.fraction);
  }
  return true;
}

function played({ store, results }: Session) {
  const playable = results.playable(store.getState());
  if (!playable) return undefined;
  const trace = results.trace(playable, store.getState().run);
  return { trace, track: results.track(trace) };
}
