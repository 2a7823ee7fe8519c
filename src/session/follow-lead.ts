import { toHop } from "../player/stepping.ts";
import type { Session } from "./create-session.ts";
import { findHeading, type HeadingPlace } from "./find-heading.ts";
import type { Link } from "./link/link.ts";
import { loadSource } from "./load-source.ts";
import { linkTo } from "./note-lead.ts";
import type { Source } from "./state.ts";

interface Followed {
  readonly link: Link;
  /** What of that which is open it leads to. */
  readonly beside: HeadingPlace | undefined;
  readonly heading: string | undefined;
}

/** Goes where a text's link leads, as a step that back undoes; within a scenario the run stays as it is. */
export async function followLead(session: Session, { link, beside, heading }: Followed): Promise<void> {
  const { actions, store } = session;
  if (beside) return goTo(session, beside);
  const { opened } = store.getState();
  const found = heading === undefined ? undefined : await findIn(session, link, heading);
  // The reader may have gone elsewhere meanwhile.
  if (heading === undefined || store.getState().opened === opened) await actions.openLink(found ?? link);
}

function goTo({ actions, store, results }: Session, { scenario, hop }: HeadingPlace): void {
  const { scenario: now, view } = store.getState();
  if (hop === undefined || now !== scenario) actions.pickScenario(scenario);
  else if (view !== "write") actions.show("walk");
  if (hop === undefined) return;
  actions.goToHop(hop);
  const state = store.getState();
  const playable = results.playable(state);
  const comes = playable && toHop(results.track(results.trace(playable, state.run)), hop);
  if (!comes && !state.compare) actions.tell("warn", `The link points to hop ${hop}, which this run never comes to.`);
}

/** Reads the chapter that a link opens for what of it the heading begins: what is then opened is opened there at once. */
async function findIn({ ports }: Session, link: Link, heading: string): Promise<Link | undefined> {
  const { chapter, src } = link;
  const source: Source | undefined =
    src !== undefined ? { kind: "url", url: src } : chapter === undefined ? undefined : { kind: "shipped", chapter };
  const loaded = source && (await loadSource(source, ports));
  if (!loaded || "kind" in loaded) return undefined;
  const scenarios = loaded.library.chapters.flatMap((one) => one.scenarios);
  const place = findHeading(heading, scenarios);
  return place && linkTo(scenarios, place, source);
}
