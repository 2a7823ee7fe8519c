import type { StoreApi } from "zustand/vanilla";
import type { ChapterId } from "../model/ids.ts";
import type { Track } from "../model/track.ts";
import { playheadAtInstant, playheadAtMessage, stepAt } from "../player/position.ts";
import { isDraft } from "./draft-id.ts";
import { decodeLink } from "./link/decode-link.ts";
import { encodeLink } from "./link/encode-link.ts";
import type { Link, LinkAt } from "./link/link.ts";
import { partsOf } from "./link/source-parts.ts";
import type { OpenRequest } from "./open-source.ts";
import { isOwn, readOwn } from "./own-chapters.ts";
import type { Player } from "./play.ts";
import type { MovablePlayhead } from "./playhead.ts";
import type { Ports } from "./ports/ports.ts";
import type { Results } from "./results.ts";
import {
  type BlastView,
  defaultBlastView,
  type Notice,
  type Opened,
  type SessionState,
  type Source,
  type Switches,
} from "./state.ts";

interface Parts {
  readonly store: StoreApi<SessionState>;
  readonly ports: Ports;
  readonly playhead: MovablePlayhead;
  readonly results: Results;
  readonly player: Player;
  readonly tell: (tone: Notice["tone"], text: string) => void;
  /** Gives the name of the walkthrough that it turned out to be. */
  readonly open: (request: OpenRequest) => Promise<string | undefined>;
}

export interface LinkSync {
  /** Goes to a link from within the page: a new entry in the history. */
  follow(link: Link): Promise<void>;
  /** Goes to a walkthrough's moment: a new entry in the history. */
  followMoment(of: string, n: number): Promise<void>;
  /** Makes a change that belongs to the step before it: the entry in the history is rewritten. */
  amend(change: () => void): void;
  /** Places what the run alone never comes to and the run it is compared with may. */
  placeLate(): void;
  stop(): void;
}

/** The playhead has to rest this long, ms, before the address follows it. */
const settleAfter = 350;

/**
 * Keeps state and address the same thing, both ways. A change of view, scenario or switch is a step that back undoes;
 * the playhead, the spacing and the focus only rewrite the entry they happened in.
 */
export function syncLink({ store, ports, playhead, results, player, tell, open }: Parts): LinkSync {
  const { address, clock, storage } = ports;
  let applying = 0;
  let cancelSettle: (() => void) | undefined;
  let late: LinkAt | undefined;

  function write(push: boolean): void {
    if (applying > 0) return;
    const query = encodeLink(linkOf(store.getState(), playhead, results, player.current()?.track));
    if (query === address.read()) return;
    if (push) address.push(query);
    else address.replace(query);
  }

  async function apply(query: string): Promise<void> {
    applying += 1;
    const { link, dropped } = decodeLink(query);
    for (const sentence of dropped) tell("warn", sentence);
    store.setState({
      round: link.round ?? { set: 1, n: 1 },
      blast: blastOf(link),
      saw: link.saw ?? [],
      linkTheme: link.theme,
      drawer: link.drawn ?? "hopwise",
      ...(link.spacing === undefined ? {} : { spacing: link.spacing }),
    });
    const source = isDraft(link.chapter ?? "") ? await draftOf(link.chapter ?? "") : sourceOf(link, storage);
    if (source === "lost") {
      store.setState({ opened: lostOwn, scenario: undefined, view: link.view ?? "walk" });
    } else if (source) {
      const through = await open({ source, link });
      if (through === undefined) place(link.at);
      else await enter(through, 1);
    } else if (link.walkthrough) {
      await enter(link.walkthrough.of, link.walkthrough.n);
    } else {
      store.setState({ view: "library" });
    }
    applying -= 1;
  }

  /** In place of the entry that named the walkthrough: back leads to where the reader came from. */
  async function enter(of: string, n: number): Promise<void> {
    const found = await findMoment(of, n);
    if (!found) return;
    address.replace(encodeLink(found));
    await apply(address.read());
  }

  async function findMoment(of: string, n: number): Promise<Link | undefined> {
    const { loadWalkthrough, momentLink } = await import("./load-walkthrough.ts");
    const found = await loadWalkthrough(of, ports);
    if (found.kind === "moments") return momentLink(of, found.moments, n);
    store.setState({ opened: found, scenario: undefined, view: "walk" });
    return undefined;
  }

  /** The draft as it was last written; the one on screen stays the one it is. */
  async function draftOf(chapter: ChapterId): Promise<Source | "lost"> {
    const { opened } = store.getState();
    if (opened.kind === "open" && opened.source.kind === "own" && opened.source.chapter === chapter)
      return opened.source;
    const draft = await ports.drafts.read(chapter);
    return draft ? { kind: "own", chapter, files: draft.files, from: draft.from } : "lost";
  }

  function place(at: LinkAt | undefined, mayWait = store.getState().compare !== undefined): void {
    const current = player.current();
    if (!at || !current) return;
    const found =
      at.kind === "instant"
        ? playheadAtInstant(current.track, at.instant)
        : playheadAtMessage(current.track, at.hop, at.message);
    late = undefined;
    if (found) player.seek(found);
    else if (mayWait) late = at;
    else if (at.kind === "message") {
      tell("warn", `The link points to message ${at.hop}.${at.message}, which this run never comes to.`);
    }
  }

  void apply(address.read());
  const stops = [
    address.onMove(() => void apply(address.read())),
    store.subscribe((state, before) => {
      const step =
        state.view !== before.view ||
        // Where the text is written, the scenario follows the cursor: no step that back should undo.
        (state.scenario !== before.scenario && state.view !== "write") ||
        state.run !== before.run ||
        state.compare !== before.compare ||
        state.round !== before.round ||
        state.blast !== before.blast ||
        state.saw !== before.saw;
      const detail =
        state.spacing !== before.spacing ||
        state.drawer !== before.drawer ||
        state.focusHop !== before.focusHop ||
        state.linkTheme !== before.linkTheme ||
        state.opened !== before.opened ||
        state.scenario !== before.scenario ||
        state.walkthrough !== before.walkthrough ||
        (before.playing && !state.playing);
      // While a chapter loads, the address keeps what it said.
      if (state.opened.kind === "loading") return;
      // What could not be opened is a step of its own: back leads to where the reader came from.
      if (state.opened.kind === "failed" && state.view !== "library") {
        if (state.opened !== before.opened) write(true);
      } else if (step || detail) write(step);
    }),
    playhead.subscribe(() => {
      cancelSettle?.();
      cancelSettle = clock.after(settleAfter, () => {
        if (!store.getState().playing) write(false);
      });
    }),
    () => cancelSettle?.(),
  ];
  return {
    follow(link) {
      address.push(encodeLink(link));
      return apply(address.read());
    },
    async followMoment(of, n) {
      const found = await findMoment(of, n);
      if (!found) return;
      address.push(encodeLink(found));
      await apply(address.read());
    },
    amend(change) {
      applying += 1;
      change();
      applying -= 1;
      write(false);
    },
    placeLate: () => place(late, false),
    stop() {
      for (const stop of stops) stop();
    },
  };
}

/** What the address of this state says. */
export function linkOf(state: SessionState, playhead: MovablePlayhead, results: Results, track?: Track): Link {
  const theme = state.linkTheme === undefined ? {} : { theme: state.linkTheme };
  if (state.view === "library") return { fail: [], with: [], ...theme };
  const playable = results.playable(state);
  const { run, view, round } = state;
  const several =
    state.opened.kind === "open" && state.opened.library.chapters.flatMap((one) => one.scenarios).length > 1;
  const source = sourceIn(state.opened);
  const what = {
    ...(source ? partsOf(source) : {}),
    ...(several && state.scenario !== undefined ? { scenario: state.scenario } : {}),
    ...(state.walkthrough ? { walkthrough: state.walkthrough } : {}),
  };
  // The run that a question plays is its answer: the link to a question does not tell it.
  if (view === "predict") return { ...what, fail: [], with: [], view, round, ...theme };
  if (view === "diagnose") return { ...what, fail: [], with: [], view, saw: state.saw, ...theme };
  if (view === "blast") return { ...what, fail: [], with: [], view, ...blastLink(state.blast), ...theme };
  const moved = track ?? (playable && results.track(results.trace(playable, run)));
  const at = moved && placeOf(moved, playhead);
  return {
    ...what,
    ...(at ? { at } : {}),
    ...partsOfSwitches(run),
    ...(state.compare ? { compare: partsOfSwitches(state.compare) } : {}),
    view,
    ...(state.spacing === "even" ? {} : { spacing: state.spacing }),
    ...(state.drawer === "mermaid" && view === "walk" ? { drawn: state.drawer } : {}),
    ...(state.focusHop === undefined ? {} : { focus: state.focusHop }),
    ...theme,
    ...(run.seed === 1 ? {} : { seed: run.seed }),
  };
}

/** What a reload reads again: what is open, or an address that did not answer. */
function sourceIn(opened: Opened): Source | undefined {
  return opened.kind === "open" ? opened.source : opened.kind === "failed" ? opened.retry : undefined;
}

function blastOf({ sort = defaultBlastView.sort, pairs = false, only, layer }: Link): BlastView {
  return { sort, pairs, ...(only === undefined ? {} : { only }), ...(layer === undefined ? {} : { layer }) };
}

/** What differs from the usual. */
function blastLink({ sort, pairs, ...rest }: BlastView): Partial<Link> {
  return { ...(sort === defaultBlastView.sort ? {} : { sort }), ...(pairs ? { pairs } : {}), ...rest };
}

/** `5.2` at rest behind a message of the chapter; an instant within one and on the way back. */
function placeOf(track: Track, playhead: MovablePlayhead): LinkAt | undefined {
  const at = playhead.get();
  const step = stepAt(track, at);
  if (!step) return undefined;
  if (step.inHop !== undefined) return { kind: "message", hop: step.hop, message: step.inHop };
  const instant = step.from + (step.until - step.from) * at.fraction;
  return { kind: "instant", instant: Math.round(instant * 100) / 100 };
}

function partsOfSwitches({ faults, choices, sides }: Switches): Pick<Link, "fail" | "with"> {
  const chosen = [...Object.entries(choices), ...Object.entries(sides)];
  return { fail: faults, with: chosen.map(([name, value]) => ({ name, value })) };
}

function sourceOf(link: Link, storage: Ports["storage"]): Source | "lost" | undefined {
  if (link.carried !== undefined) return { kind: "carried", payload: link.carried };
  if (link.src !== undefined) return { kind: "url", url: link.src };
  if (link.chapter === undefined) return undefined;
  if (!isOwn(link.chapter)) return { kind: "shipped", chapter: link.chapter };
  const files = readOwn(storage, link.chapter);
  return files ? { kind: "own", chapter: link.chapter, files } : "lost";
}

const lostOwn: SessionState["opened"] = {
  kind: "failed",
  title: "This chapter is not in this browser",
  message:
    "The link points to a chapter that was opened from someone's own device. Its text never left it; open the file again to go on.",
};
