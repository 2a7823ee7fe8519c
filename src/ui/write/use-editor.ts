import { diagnosticCount, setDiagnostics } from "@codemirror/lint";
import { type RefObject, useEffect, useRef, useState } from "react";
import type { Desk } from "../../session/write-desk.ts";
import { findMessageStart, findTextPlace } from "../../session/write-place.ts";
import { textOf } from "../../session/write-state.ts";
import { useSession } from "../app/session-context.ts";
import { createEditor, type Editor, fromPage } from "./editor/create-editor.ts";
import { diagnose } from "./editor/diagnose-text.ts";
import { playLineOf, setPlayLine } from "./editor/play-line.ts";
import { reveal } from "./editor/reveal.ts";
import { vocabularyOf } from "./vocabulary.ts";

interface Commands {
  readonly rename: () => void;
  readonly format: () => void;
}

/** The editor of a desk: text, problems and cursor go between the two, and between the cursor and the stage. */
export function useEditor(desk: Desk, host: RefObject<HTMLDivElement | null>, commands: Commands): Editor | undefined {
  const session = useSession();
  const [editor, setEditor] = useState<Editor | undefined>();
  const latest = useRef(commands);
  latest.current = commands;

  useEffect(() => {
    const parent = host.current;
    if (!parent) return;
    const { store: page, playhead, results, actions } = session;
    let generation = -1;
    let loaded: string | undefined;
    let shown: unknown;
    let hand: unknown;
    let following = false;

    const current = () => {
      const state = page.getState();
      const playable = results.playable(state);
      if (!playable) return undefined;
      const trace = results.trace(playable, state.run);
      return { playable, trace, track: results.track(trace) };
    };

    /** From the cursor to the stage. */
    function followCursor(): void {
      const { checked, file, broken } = desk.store.getState();
      const { doc, selection } = made.view.state;
      const { opened } = page.getState();
      if (opened.kind !== "open" || broken || doc.length !== checked.length) return;
      const line = doc.lineAt(selection.main.head);
      const place = findTextPlace(opened.library, file, line.from, line.to, line.text);
      if (!place) return;
      if (page.getState().scenario !== place.scenario) page.setState({ scenario: place.scenario, focusHop: undefined });
      const now = current();
      if (!now) return;
      const step = now.track.steps.findIndex(({ index, hop }) =>
        place.message === undefined ? hop === place.hop : now.trace.messages[index]?.n === place.message,
      );
      if (step < 0 || step === playhead.get().step) return;
      following = true;
      actions.pause();
      actions.seek(step, 1);
      following = false;
    }

    /** From the stage to the text. Where the playhead did not move, the cursor stays where the writer or a note put it. */
    function followStage(moved = true): void {
      const now = current();
      const { broken, file } = desk.store.getState();
      const step = now?.track.steps[playhead.get().step];
      const n = step && now?.trace.messages[step.index]?.n;
      const at =
        now && !broken && now.playable.chapter.file === file ? findMessageStart(now.playable.scenario, n) : undefined;
      if (at === undefined || at > made.view.state.doc.length) {
        made.view.dispatch({ effects: setPlayLine.of(null), annotations: fromPage.of(true) });
        return;
      }
      const move = !following && !made.view.hasFocus;
      const known = playLineOf(made.view.state) === made.view.state.doc.lineAt(at).from;
      if (known && !(move && moved)) return;
      made.view.dispatch({
        effects: move ? [setPlayLine.of(at), reveal(made.view, at)] : setPlayLine.of(at),
        annotations: fromPage.of(true),
        ...(move ? { selection: { anchor: at } } : {}),
      });
    }

    const made = createEditor({
      parent,
      known: () => vocabularyOf(page.getState()),
      onText: desk.edit,
      onCursor: followCursor,
      keys: [
        { key: "F2", run: obey(() => latest.current.rename()) },
        { key: "Shift-Alt-f", run: obey(() => latest.current.format()) },
        { key: "Mod-s", run: () => true },
      ],
    });

    function sync(): void {
      const state = desk.store.getState();
      if (!state.ready) return;
      if (generation !== state.generation) {
        generation = state.generation;
        if (loaded === state.file) made.replace(textOf(state));
        else made.load(state.file, textOf(state));
        loaded = state.file;
      }
      if (hand !== state.hand) {
        hand = state.hand;
        made.setReadOnly(state.hand !== "mine");
      }
      const { view } = made;
      if (shown !== state.problems && state.checked === view.state.doc.toString()) {
        shown = state.problems;
        const found = diagnose(state.problems, view.state);
        if (found.length > 0 || diagnosticCount(view.state) > 0) view.dispatch(setDiagnostics(view.state, found));
        if (view.hasFocus) followCursor();
        followStage(false);
      }
    }
    const stops = [desk.store.subscribe(sync), playhead.subscribe(() => followStage())];
    sync();
    setEditor(made);
    return () => {
      for (const stop of stops) stop();
      made.destroy();
      setEditor(undefined);
    };
  }, [desk, host, session]);
  return editor;
}

/** A key's command that is always done. */
function obey(deed: () => void): () => boolean {
  return () => {
    deed();
    return true;
  };
}
