import { createStore } from "zustand/vanilla";
import type { Library } from "../model/chapter.ts";
import { healthyRun } from "../model/run.ts";
import { playheadAtInstant, playheadAtMessage, stepAt } from "../player/position.ts";
import type { Session } from "./create-session.ts";
import type { Link, LinkAt } from "./link/link.ts";
import { resolveLink } from "./link/resolve-link.ts";
import { createPlayer } from "./play.ts";
import { createPlayhead } from "./playhead.ts";
import type { Clock } from "./ports/clock.ts";
import { createResults } from "./results.ts";
import { type SessionState, startState } from "./state.ts";
import * as switching from "./switches.ts";

/** What a flow on a foreign page needs of a session: it plays and breaks one scenario, and knows no address and no storage. */
export interface FlowSession {
  readonly store: Session["store"];
  readonly playhead: Session["playhead"];
  readonly results: Session["results"];
  readonly actions: Pick<
    Session["actions"],
    | "play"
    | "pause"
    | "togglePlay"
    | "seek"
    | "stepMessage"
    | "stepHop"
    | "toEnd"
    | "home"
    | "setSpeed"
    | "setLoop"
    | "setFocus"
    | "toggleFault"
    | "clearFaults"
    | "choose"
    | "chooseSide"
    | "setSwitches"
  >;
}

export type Flow = ReturnType<typeof createFlowSession>;

/** A session that is handed what it plays. */
export function createFlowSession(clock: Clock) {
  const store = createStore<SessionState>()(() => startState);
  const { getState: state, setState: set } = store;
  const results = createResults();
  const playhead = createPlayhead();
  const player = createPlayer({ store, playhead, results, clock });

  function switchTo(next: Pick<SessionState, "run" | "past" | "future">): void {
    if (next.run === state().run) return;
    player.keepPlace(() => set({ run: next.run, past: next.past, future: next.future }));
  }

  const actions: FlowSession["actions"] = {
    ...player.actions,
    home: () => {
      player.home();
      switchTo(switching.change(state(), switching.clearOnsets(state().run)));
    },
    setSpeed: (speed) => set({ speed }),
    setLoop: (loopHop) => set({ loopHop }),
    setFocus: (focusHop) => set({ focusHop }),
    toggleFault: (id) => {
      const onset = player.onsetHere();
      switchTo(switching.change(state(), switching.toggleFault(state().run, id, onset)));
    },
    clearFaults: () => switchTo(switching.change(state(), { faults: [], sides: {} })),
    choose: (choice, branch) => {
      const known = results.playable(state())?.scenario.choices.find(({ id }) => id === choice);
      const isDefault = known?.default === branch;
      switchTo(switching.change(state(), switching.chooseBranch(state().run, choice, branch, isDefault)));
    },
    chooseSide: (fault, side) => switchTo(switching.change(state(), switching.chooseSide(state().run, fault, side))),
    setSwitches: (next) => switchTo(switching.change(state(), next)),
  };

  /** Puts the playhead where a link would; false when the run never comes there. */
  function place(at: LinkAt): boolean {
    const current = player.current();
    if (!current) return false;
    const found =
      at.kind === "instant"
        ? playheadAtInstant(current.track, at.instant)
        : playheadAtMessage(current.track, at.hop, at.message);
    if (found) player.seek(found);
    return found !== undefined;
  }

  /** Puts the playhead where a link says; a sentence when the run never comes there. */
  function goTo(at: LinkAt | undefined, teller: string): readonly string[] {
    if (!at || place(at)) return [];
    const named = at.kind === "message" ? `message ${at.hop}.${at.message}` : "a moment";
    return [`${teller} points to ${named}, which this run never comes to.`];
  }

  /** How a link wants the stage drawn. */
  const lookOf = ({ spacing = "even", focus }: Link) => ({ spacing, focusHop: focus });

  return {
    store,
    playhead,
    results,
    actions,
    place,
    goTo,
    look: (link: Link) => set(lookOf(link)),
    /** Switches failures, or makes choices, as a link says; the playhead keeps its message. Says what means nothing here. */
    turn(link: Link, part: "fail" | "with", teller: string): readonly string[] {
      const { opened, scenario } = state();
      if (opened.kind !== "open" || scenario === undefined) return [];
      const { run, dropped } = resolveLink({ ...link, scenario }, opened.library, undefined, teller);
      const { faults, choices, sides } = run;
      switchTo(switching.change(state(), part === "fail" ? { faults } : { choices, sides }));
      return dropped;
    },
    /** Shows a library's scenario as a link would have it, from its start. Gives a sentence for each part of it that means nothing here. */
    show(library: Library, link: Link, teller: string): readonly string[] {
      const { scenario, run, dropped } = resolveLink(link, library, undefined, teller);
      player.pause();
      set({
        opened: { kind: "open", source: { kind: "own", chapter: "", files: [] }, library, files: [] },
        scenario,
        run,
        past: [],
        future: [],
        view: "walk",
        ...lookOf(link),
      });
      player.home();
      return dropped;
    },
    /** Where the playhead stands: the hop and the message within it, while it is on the chapter's way. */
    here() {
      const current = player.current();
      const step = current && stepAt(current.track, playhead.get());
      return step?.inHop === undefined ? undefined : { hop: step.hop, message: step.inHop };
    },
    /** Nothing is open any more. */
    clear: () => {
      player.pause();
      set({ ...startState, run: healthyRun });
    },
    end: player.stop,
  };
}
