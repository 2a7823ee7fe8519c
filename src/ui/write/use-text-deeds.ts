import { redo, undo } from "@codemirror/commands";
import { openSearchPanel } from "@codemirror/search";
import { EditorSelection } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { useRef, useState } from "react";
import type { Desk } from "../../session/write-desk.ts";
import { textOf } from "../../session/write-state.ts";
import { loadTextTools, type Renaming, type Snippet, type TextEdit, type Written } from "../../session/write-text.ts";
import { useSession } from "../app/session-context.ts";
import type { Editor } from "./editor/create-editor.ts";
import { goToNextProblem } from "./editor/next-problem.ts";
import { onOff, useKept } from "./use-kept.ts";

export type TextDeeds = ReturnType<typeof useTextDeeds>;

interface Naming {
  readonly all: readonly Written[];
  /** The one at the cursor. */
  readonly first: Written;
}

/** Puts the cursor at the end of a stretch, and brings all of it into view. */
function showFrom(view: EditorView, start: number, end: number): void {
  const range = EditorSelection.range(start, end);
  view.dispatch({
    selection: { anchor: end },
    effects: EditorView.scrollIntoView(range, { y: "nearest", yMargin: 24 }),
  });
}

/** What the bar's buttons and the editor's keys do to the text. */
export function useTextDeeds(desk: Desk) {
  const { ports, actions } = useSession();
  const editor = useRef<Editor | undefined>(undefined);
  const [naming, setNaming] = useState<Naming | undefined>();
  const [versions, showVersions] = useState(false);
  const [wrap, setWrap] = useKept("wrap", onOff, "on");

  function change(edits: readonly TextEdit[]): void {
    editor.current?.view.dispatch({
      changes: edits.map(({ start, end, text }) => ({ from: start, to: end, insert: text })),
      userEvent: "input.complete",
    });
    editor.current?.view.focus();
  }
  const textNow = (): string => editor.current?.view.state.doc.toString() ?? "";
  const withView = (use: (view: Editor["view"]) => unknown) => () => {
    const view = editor.current?.view;
    if (!view) return;
    view.focus();
    use(view);
  };

  return {
    editor,
    naming,
    versions,
    showVersions,
    wrap: wrap === "on",
    toggleWrap: () => setWrap(wrap === "on" ? "off" : "on"),
    undo: withView(undo),
    redo: withView(redo),
    find: withView(openSearchPanel),
    nextProblem: withView(goToNextProblem),
    goToLine: (line: number) =>
      withView((view) => {
        const at = view.state.doc.line(Math.min(line, view.state.doc.lines)).from;
        view.dispatch({ selection: { anchor: at }, scrollIntoView: true });
      })(),
    format(): void {
      desk.snapshot("Before formatting");
      void loadTextTools().then(({ formatEdits }) => {
        const edits = formatEdits(desk.store.getState().file, textNow());
        if (edits.length === 0) actions.tell("info", "The text is in its best form already.");
        change(edits);
      });
    },
    askName(): void {
      const view = editor.current?.view;
      const word = view?.state.wordAt(view.state.selection.main.head);
      const at = word && view?.state.sliceDoc(word.from, word.to);
      void loadTextTools().then(({ participantsOf }) => {
        const all = participantsOf(textNow());
        const first = all.find(({ id }) => id === at) ?? all[0];
        if (first) setNaming({ all, first });
        else actions.tell("info", "There is no participant yet. A diagram with one arrow has two.");
      });
    },
    closeName: () => setNaming(undefined),
    async planRename(was: Written, now: Written): Promise<Renaming> {
      const { renameParticipant } = await loadTextTools();
      return renameParticipant(textNow(), was, now, desk.store.getState().file);
    },
    rename(was: Written, edits: readonly TextEdit[]): void {
      desk.snapshot(`Before renaming ${was.id}`);
      change(edits);
    },
    lineAt: (offset: number) => editor.current?.view.state.doc.lineAt(offset),
    insert(snippet: Snippet): void {
      const view = editor.current?.view;
      if (!view) return;
      void loadTextTools().then(({ insertSnippet }) => {
        const edits = insertSnippet(textNow(), view.state.selection.main.head, snippet, desk.store.getState().file);
        change(edits);
        // The cursor goes where reading goes on: to the end of what is new.
        const [first] = edits;
        if (!first) actions.tell("info", "A diagram by itself has no table of failures: that needs a Markdown file.");
        else showFrom(view, first.start, first.start + first.text.trimEnd().length);
      });
    },
    async copyAll(): Promise<void> {
      const done = await ports.clipboard.write(textNow());
      actions.tell("info", done ? "The text is copied." : "The browser did not allow copying.");
    },
    download(): void {
      const state = desk.store.getState();
      const name = state.file.split("/").at(-1) ?? "chapter.md";
      ports.saver.save({ name, type: "text/markdown", content: textOf(state) });
    },
  };
}
