import { redo, undo } from "@codemirror/commands";
import { openSearchPanel } from "@codemirror/search";
import { EditorSelection } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { useRef, useState } from "react";
import { formForFile } from "../../session/file-form.ts";
import { findNoteStart } from "../../session/find-note-start.ts";
import type { Desk } from "../../session/write-desk.ts";
import type { Renaming, Snippet, TextEdit, Written } from "../../session/write-text.ts";
import { useSession } from "../app/session-context.ts";
import { type Editor, fromPage } from "./editor/create-editor.ts";
import { goToNextProblem } from "./editor/next-problem.ts";
import { reveal } from "./editor/reveal.ts";
import { onOff, useKept } from "./use-kept.ts";
import { textGoneOn, useTextTools } from "./use-text-tools.ts";

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
  const fileNow = (): string => desk.store.getState().file;
  const tools = useTextTools(textNow);
  const planned = useRef("");
  const sayWhy = (error: unknown): void => actions.tell("bad", wordsOf(error));
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
    /** Back into the text, where the cursor was. */
    goOn: withView(() => undefined),
    undo: withView(undo),
    redo: withView(redo),
    find: withView(openSearchPanel),
    nextProblem: withView(goToNextProblem),
    goToLine: (line: number) =>
      withView((view) => {
        const at = view.state.doc.line(Math.min(line, view.state.doc.lines)).from;
        view.dispatch({ selection: { anchor: at }, scrollIntoView: true });
      })(),
    /** Shows where a note of the stage's half is written; the stage stays where it is. */
    goToNote(said: string, near: number): void {
      const view = editor.current?.view;
      const at = findNoteStart(textNow(), said, near);
      if (!view || at === undefined) return;
      const anchor = view.state.doc.lineAt(at).from;
      view.dispatch({ selection: { anchor }, effects: reveal(view, anchor), annotations: fromPage.of(true) });
    },
    async format(): Promise<void> {
      const edits = await tools.ask("formatEdits", fileNow(), textNow()).catch(sayWhy);
      if (!edits) return;
      if (edits.length === 0) actions.tell("info", "The text is in its best form already.");
      else desk.snapshot("Before formatting");
      change(edits);
    },
    async askName(): Promise<void> {
      const view = editor.current?.view;
      const word = view?.state.wordAt(view.state.selection.main.head);
      const at = word && view?.state.sliceDoc(word.from, word.to);
      const all = await tools.ask("participantsOf", textNow()).catch(sayWhy);
      if (!all) return;
      const first = all.find(({ id }) => id === at) ?? all[0];
      if (first) setNaming({ all, first });
      else actions.tell("info", "There is no participant yet. A diagram with one arrow has two.");
    },
    closeName(): void {
      tools.drop();
      setNaming(undefined);
    },
    /** Undefined when another plan was asked for meanwhile. */
    async planRename(was: Written, now: Written): Promise<Renaming | undefined> {
      planned.current = textNow();
      try {
        return await tools.ask("renameParticipant", planned.current, was, now, fileNow());
      } catch (error) {
        return { kind: "refused", why: wordsOf(error) };
      }
    },
    rename(was: Written, edits: readonly TextEdit[]): void {
      // Another tab may have taken the draft over, and have written on, while the dialog was open.
      if (textNow() !== planned.current) {
        actions.tell("bad", textGoneOn);
        return;
      }
      desk.snapshot(`Before renaming ${was.id}`);
      change(edits);
    },
    lineAt: (offset: number) => editor.current?.view.state.doc.lineAt(offset),
    async insert(snippet: Snippet): Promise<void> {
      const view = editor.current?.view;
      if (!view) return;
      const { head } = view.state.selection.main;
      const edits = await tools.ask("insertSnippet", textNow(), head, snippet, fileNow()).catch(sayWhy);
      if (!edits) return;
      change(edits);
      // The cursor goes where reading goes on: to the end of what is new.
      const [first] = edits;
      if (!first) actions.tell("info", "A diagram by itself has no table of failures: that needs a Markdown file.");
      else showFrom(view, first.start, first.start + first.text.trimEnd().length);
    },
    async copyAll(): Promise<void> {
      const done = await ports.clipboard.write(textNow());
      actions.tell("info", done ? "The text is copied." : "The browser did not allow copying.");
    },
    download(): void {
      const { files, file } = desk.store.getState();
      const found = files.find((each) => each.file === file);
      const name = file.split("/").at(-1) ?? "chapter.md";
      ports.saver.save({ name, type: "text/markdown", content: found ? formForFile(found) : "" });
    },
  };
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
