import { createStore } from "zustand/vanilla";
import type { ChapterId } from "../model/ids.ts";
import type { Problem } from "../model/problem.ts";
import type { Session } from "./create-session.ts";
import { formForEditor } from "./file-form.ts";
import { nameOf } from "./open-source.ts";
import type { DraftVersion } from "./ports/drafts.ts";
import type { OpenedFile } from "./ports/reader.ts";
import { readOwnFiles } from "./read-own.ts";
import { createHistory } from "./write-history.ts";
import { createWriteHold } from "./write-hold.ts";
import { createKeeping } from "./write-keeping.ts";
import { findBreak, publish } from "./write-publish.ts";
import { loadWriteSource, sourceKey } from "./write-source.ts";
import { type DeskState, emptyDesk, textOf } from "./write-state.ts";

export type Desk = ReturnType<typeof createDesk>;

/** A reading that takes no longer than this, ms, is done with the keystroke, so that one frame shows text and stage. */
const instant = 12;
/** A reading that takes no longer than this, ms, follows each keystroke at once. */
const quick = 30;
/** Texts above this length (UTF-16 units) are kept a moment after the keystroke, not with it. */
const large = 300_000;

/**
 * Where a chapter is written: takes each keystroke, keeps it on the device, reads it and puts it on the stage. The
 * first change of a chapter from elsewhere makes a draft of it; what it came from stays as it is.
 */
export function createDesk(session: Session) {
  const { ports, store: page } = session;
  const { drafts, clock, reader } = ports;
  const store = createStore<DeskState>()(() => emptyDesk);
  const { getState: state, setState: set } = store;
  const history = createHistory(drafts);
  const put = createKeeping(clock, drafts, ({ id, files }, kept) => {
    if (id !== state().draft) return;
    set({ kept });
    if (kept === "conflict") set({ hand: "taken" });
    history.during(id, files);
  });
  const hold = createWriteHold({ drafts, onHand: (hand) => set({ hand }), reread });
  let key = sourceKey(page.getState().opened);
  let stopped = false;
  let changed = false;
  let good: readonly Problem[] | undefined;
  let cost = 0;
  let lastTook: number | undefined;
  let reading = false;
  let readAgain = false;
  let cancelRead: (() => void) | undefined;
  let cancelKeep: (() => void) | undefined;

  async function read(): Promise<void> {
    if (reading) {
      readAgain = true;
      return;
    }
    reading = true;
    const { files, file, draft } = state();
    const begun = clock.now();
    try {
      const library = await readOwnFiles(reader, files);
      const took = clock.now() - begun;
      // One reading among quick ones that something else held up is no reason to wait before the next.
      cost = Math.min(took, lastTook ?? took);
      lastTook = took;
      const problems = library.problems.filter((problem) => problem.file === file);
      const playable = library.chapters.some(({ scenarios }) => scenarios.length > 0);
      const hadPlayable = hasScenario();
      const worse = good && (findBreak(problems, good) ?? (hadPlayable && !playable ? problems[0] : undefined));
      if (!worse) good = problems;
      // The stage first: whoever hears of the problems looks for their places in what it shows.
      if (draft) publish(session, draft, file, files, worse ? undefined : library);
      set({ problems, checked: textIn(files, file), broken: worse });
    } catch (error) {
      session.actions.tell("bad", error instanceof Error ? error.message : String(error));
    }
    reading = false;
    if (readAgain) {
      readAgain = false;
      readSoon();
    }
  }

  function hasScenario(): boolean {
    const { opened } = page.getState();
    return opened.kind === "open" && opened.library.chapters.some(({ scenarios }) => scenarios.length > 0);
  }

  function readSoon(): void {
    cancelRead?.();
    cancelRead = undefined;
    if (good && cost <= instant) return void read();
    cancelRead = clock.after(cost <= quick ? 0 : Math.min(600, cost), () => {
      cancelRead = undefined;
      void read();
    });
  }

  async function keep(): Promise<void> {
    cancelKeep?.();
    cancelKeep = undefined;
    const { draft, files, file, origin, from } = state();
    if (draft === undefined) return;
    const made = { ...(origin === undefined ? {} : { origin }), ...(from === undefined ? {} : { from }) };
    return put({ id: draft, title: titleOf(files, file), ...made, files, file, changed: drafts.now() });
  }

  function keepSoon(): void {
    const size = state().files.reduce((sum, { text }) => sum + text.length, 0);
    if (size <= large) void keep();
    else cancelKeep ??= clock.after(400, () => void keep());
  }

  /** From now on the text is a draft of its own. */
  function becomeDraft(files: readonly OpenedFile[]): void {
    const { opened } = page.getState();
    if (opened.kind !== "open") return;
    const { file, origin, from } = state();
    const draft = drafts.newId(slugOf(file));
    key = draft;
    set({ draft, origin: origin ?? nameOf(opened.source), hand: "mine" });
    page.setState({ opened: { ...opened, source: { kind: "own", chapter: draft, files, from }, files } });
    void history.take(draft, files, "As it was opened");
    void hold.take(draft, { steal: false, fromOther: false });
  }

  /** Takes over what another tab has written. */
  async function reread(draft: ChapterId): Promise<void> {
    // The next change keeps a version of it.
    changed = false;
    const files = (await drafts.read(draft))?.files.map(formForEditor);
    const { draft: now, hand, files: before } = state();
    // Who writes by now has had the other tab's last text, and has typed since.
    if (files && draft === now && hand !== "mine" && !sameTexts(files, before)) replaceAll(files);
  }

  function replaceAll(files: readonly OpenedFile[]): void {
    set({ files, generation: state().generation + 1 });
    readSoon();
  }

  async function begin(): Promise<void> {
    const source = await loadWriteSource(page.getState(), ports);
    if (!source || stopped) return;
    const { files, file, draft, origin, from } = source;
    // Where drafts are kept has to be open before the first keystroke, or a page closed right after it would lose it.
    const all = draft === undefined ? await drafts.list() : [];
    if (stopped) return;
    const others = origin === undefined ? [] : all.filter((each) => each.origin === origin);
    set({ files, file, draft, origin, from, others });
    if (draft === undefined) set({ ready: true, hand: "mine" });
    else {
      await history.begin(draft);
      if (stopped) return;
      // Before the first key, too, nobody is told that it is kept where it is not; and no key waits for the answer.
      void drafts.place(draft).then((place) => {
        if (!stopped && state().kept === "unknown") set({ kept: place ?? "memory" });
      });
      await hold.take(draft, { steal: false, fromOther: true });
      if (stopped) return;
      // The text is shown when it is known who writes it: keys that come before would go nowhere.
      set({ ready: true });
    }
    await read();
  }
  void begin();

  return {
    store,
    /** Which open chapter this desk is for. */
    key: () => key,
    edit(text: string): void {
      const { files, file, hand, draft } = state();
      if (hand !== "mine" || textIn(files, file) === text) return;
      if (draft === undefined) becomeDraft(files);
      // A page that is closed makes no version of what it leaves: what this visit began with is kept from the start.
      else if (!changed) void history.take(draft, files, "As it was opened");
      changed = true;
      set({ files: files.map((each) => (each.file === file ? { ...each, text } : each)), others: [] });
      keepSoon();
      readSoon();
    },
    pickFile(file: string): void {
      good = undefined;
      set({ file, generation: state().generation + 1, broken: undefined });
      readSoon();
    },
    /** Makes a version of what is there, before something larger is done to it. */
    snapshot(why: string): void {
      const { draft, files } = state();
      if (draft !== undefined) void history.take(draft, files, why);
    },
    versions: async (): Promise<readonly DraftVersion[]> => {
      const { draft } = state();
      return draft === undefined ? [] : history.list(draft);
    },
    async restore(version: DraftVersion, said: string): Promise<void> {
      const { draft, files } = state();
      if (draft === undefined || state().hand !== "mine") return;
      await history.take(draft, files, "Before going back");
      replaceAll(version.files);
      await keep();
      await history.take(draft, version.files, said);
    },
    async takeOver(): Promise<void> {
      const { draft } = state();
      if (draft !== undefined) await hold.take(draft, { steal: true, fromOther: true });
    },
    copy(): void {
      becomeDraft(state().files);
      set({ kept: "unknown" });
      void keep();
    },
    /** Ends the desk. What was typed is kept and read to its end. */
    stop(): void {
      if (stopped) return;
      stopped = true;
      const { draft, files, hand } = state();
      if (draft !== undefined && hand === "mine") {
        if (cancelKeep) void keep();
        void history.take(draft, files, "When you left");
      }
      if (cancelRead) {
        cancelRead();
        void read();
      }
      hold.release();
    },
  };
}

function sameTexts(some: readonly OpenedFile[], others: readonly OpenedFile[]): boolean {
  return some.length === others.length && some.every(({ file, text }) => text === textIn(others, file));
}

function textIn(files: readonly OpenedFile[], file: string): string {
  return textOf({ files, file });
}

/** The first heading, or the file's name. */
function titleOf(files: readonly OpenedFile[], file: string): string {
  const text = textIn(files, file);
  return (/^title:[ \t]*(\S.*)$/m.exec(text.slice(0, 2000)) ?? /^#[ \t]+(\S.*)$/m.exec(text))?.[1]?.trim() || file;
}

function slugOf(file: string): string {
  const name = (file.split("/").at(-1) ?? file).replace(/\.[a-z]+$/i, "").toLowerCase();
  return name.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "") || "chapter";
}
