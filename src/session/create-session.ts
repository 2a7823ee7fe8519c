import { createStore } from "zustand/vanilla";
import { healthyRun } from "../model/run.ts";
import type { Played } from "../player/same-place.ts";
import type { Link } from "./link/link.ts";
import { createTurn, type OpenRequest, openSource } from "./open-source.ts";
import { createPlayer } from "./play.ts";
import { createPlayhead } from "./playhead.ts";
import type { Ports } from "./ports/ports.ts";
import type { OpenedFile } from "./ports/reader.ts";
import { readPreferences, writePreference } from "./preferences.ts";
import { createResults } from "./results.ts";
import {
  type Notice,
  type SessionState,
  type Source,
  type Spacing,
  type Switches,
  startState,
  type ThemeChoice,
  type ViewName,
} from "./state.ts";
import * as switching from "./switches.ts";
import { syncLink } from "./sync-link.ts";

/** One reader's session. Nothing is global, so a page can hold several. */
export type Session = ReturnType<typeof createSession>;

export function createSession(ports: Ports) {
  const stored = readPreferences(ports.storage);
  const store = createStore<SessionState>()(() => ({
    ...startState,
    ...stored,
    systemDark: ports.colorScheme.dark(),
  }));
  const { getState: state, setState: set } = store;
  const results = createResults();
  const playhead = createPlayhead();
  const player = createPlayer({ store, playhead, results, clock: ports.clock });

  let lastNotice = 0;
  function tell(tone: Notice["tone"], text: string): void {
    if (state().notices.some((notice) => notice.text === text)) return;
    lastNotice += 1;
    set({ notices: [...state().notices, { id: lastNotice, tone, text }].slice(-6) });
  }

  function keep(name: "theme" | "spacing" | "speed" | "keysOn", value: string): void {
    if (!writePreference(ports.storage, name, value)) {
      tell("info", "This browser does not let the page remember settings; they last until it is closed.");
    }
  }

  /** Changes switches and puts the playhead where it was, on the changed run's track. */
  function switchTo(next: Pick<SessionState, "run" | "past" | "future">): void {
    if (next.run === state().run) return;
    player.keepPlace(() => set({ run: next.run, past: next.past, future: next.future }));
  }

  /** Two runs at once, as one step: what the run is compared with, and what of the run itself is to change. */
  function setCompare(compare: SessionState["compare"], next: Partial<Switches> = {}): void {
    player.pause();
    player.keepPlace(() => set({ ...switching.change(state(), next), compare }));
  }

  const turn = createTurn();
  const open = (request: OpenRequest) => openSource({ store, ports, player, tell, turn }, request);
  /** As a step that back undoes; a walkthrough opens at its first moment. */
  const openNow = async (request: OpenRequest): Promise<void> => {
    const through = await open(request);
    if (through !== undefined) await followMoment(through, 1);
  };

  const {
    follow: followLink,
    followMoment,
    amend,
    placeLate,
    stop: stopSync,
  } = syncLink({ store, ports, playhead, results, player, tell, open });

  /** Where a chapter is kept is found by code that those which came with the page never need. */
  const ownSource = async (files: readonly OpenedFile[], copy = false): Promise<Source> => {
    const { placeOwn } = await import("./own-place.ts");
    return { kind: "own", chapter: placeOwn(ports.storage, files, copy), files };
  };

  const actions = {
    /** Opens a chapter; what is on screen stays until it is there. */
    open: (source: Source, scenario?: string, view: ViewName = "walk") =>
      openNow({ source, view, ...(scenario === undefined ? {} : { scenario }) }),
    /** Goes where a link points, as a step that back undoes. */
    openLink: (link: Link) => followLink(link),
    /** Keeps what is open as a chapter of the reader's own, beside whatever they have, and goes on with the copy. */
    keepCopy: async (view: ViewName = state().view): Promise<void> => {
      const { opened, scenario } = state();
      if (opened.kind !== "open" || opened.files.length === 0) return;
      const source = await ownSource(opened.files, true);
      await openNow({ source, view, ...(scenario === undefined ? {} : { scenario }) });
    },
    openOwn: async (files: readonly OpenedFile[]) => openNow({ source: await ownSource(files) }),
    /** Goes to a moment of a walkthrough, as a step that back undoes. */
    goToMoment: (of: string, n: number) => followMoment(of, n),
    /** What is on screen stays; the moments go. */
    leaveWalkthrough: () => set({ walkthrough: undefined }),
    pickScenario: (id: string, view: ViewName = "walk") => {
      player.home();
      set({
        scenario: id,
        run: healthyRun,
        compare: undefined,
        past: [],
        future: [],
        focusHop: undefined,
        find: "",
        view,
        walkthrough: undefined,
      });
    },
    show: (view: ViewName) => {
      player.pause();
      set({ view });
    },

    toggleFault: (id: string) => {
      const onset = player.onsetHere();
      switchTo(switching.change(state(), switching.toggleFault(state().run, id, onset)));
    },
    /** Puts back what a view that played runs of its own had found. */
    giveBack: (before: Pick<SessionState, "run" | "past" | "future">) => amend(() => set(before)),
    clearFaults: () => switchTo(switching.change(state(), { faults: [], sides: {} })),
    choose: (choice: string, branch: string) => {
      const known = results.playable(state())?.scenario.choices.find(({ id }) => id === choice);
      const isDefault = known?.default === branch;
      switchTo(switching.change(state(), switching.chooseBranch(state().run, choice, branch, isDefault)));
    },
    chooseSide: (fault: string, side: "affected" | "unaffected" | undefined) =>
      switchTo(switching.change(state(), switching.chooseSide(state().run, fault, side))),
    /** Several switches and choices at once, as one step that undo takes back. */
    setSwitches: (next: Partial<Switches>) => switchTo(switching.change(state(), next)),
    /** Healthy against now, or the run alone again. */
    toggleCompare: () => setCompare(state().compare ? undefined : { faults: [], choices: {}, sides: {} }),
    setCompare,
    /** What the player moves over while two runs are compared; undefined: the run. */
    playOver: (played: Played | undefined) => {
      player.playOver(played);
      placeLate();
    },
    undo: () => switchTo(switching.undo(state())),
    redo: () => switchTo(switching.redo(state())),

    ...player.actions,
    home: () => {
      player.home();
      switchTo(switching.change(state(), switching.clearOnsets(state().run)));
    },
    setSpeed: (speed: number) => {
      set({ speed });
      keep("speed", String(speed));
    },
    setLoop: (loopHop: boolean) => set({ loopHop }),

    setSpacing: (spacing: Spacing) => {
      // A spacing is our drawing's: Mermaid has but one.
      set({ spacing, drawer: "hopwise" });
      keep("spacing", spacing);
    },
    setDrawer: (drawer: SessionState["drawer"]) => set({ drawer }),
    setFocus: (focusHop: number | undefined) => set({ focusHop }),
    setFind: (find: string) => set({ find }),
    setSaw: (saw: SessionState["saw"]) => set({ saw }),
    setBlast: (blast: SessionState["blast"]) => set({ blast }),
    setRound: (round: SessionState["round"]) => set({ round }),
    setTheme: (theme: ThemeChoice) => {
      set({ theme, linkTheme: undefined });
      keep("theme", theme);
    },
    setKeys: (keysOn: boolean) => {
      set({ keysOn });
      keep("keysOn", String(keysOn));
    },
    /** A chapter's raw text, for showing where a statement comes from. */
    textOf: async (file: string): Promise<string | undefined> => {
      const { opened } = state();
      const own =
        opened.kind === "open"
          ? opened.files.find((one) => one.file === file || file.endsWith(`/${one.file}`))
          : undefined;
      return own?.text ?? ports.shelf.text(file);
    },
    tell,
    dismiss: (id: number) => set({ notices: state().notices.filter((notice) => notice.id !== id) }),
  };

  const stops = [
    ports.colorScheme.onChange(() => set({ systemDark: ports.colorScheme.dark() })),
    stopSync,
    player.stop,
  ];
  return {
    store,
    playhead,
    results,
    actions,
    ports,
    /** Ends the session: no frame, timer or listener is left behind. */
    end: () => {
      for (const stop of stops) stop();
    },
  };
}

/** The theme on screen: the link's wish, else the reader's, else the system's. */
export function getTheme(state: SessionState): "light" | "dark" {
  const choice = state.linkTheme ?? state.theme;
  return choice === "auto" ? (state.systemDark ? "dark" : "light") : choice;
}
