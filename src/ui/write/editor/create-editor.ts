import { closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { bracketMatching, indentUnit } from "@codemirror/language";
import { lintGutter, openLintPanel } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Annotation, Compartment, EditorState, type Extension } from "@codemirror/state";
import { EditorView, highlightActiveLine, type KeyBinding, keymap, lineNumbers } from "@codemirror/view";
import type { Vocabulary } from "../../../session/write-text.ts";
import { assist } from "./assist.ts";
import { chapterLanguage } from "./chapter-language.ts";
import { countHits } from "./count-hits.ts";
import { editorTheme } from "./editor-theme.ts";
import { frontMatterIndent } from "./front-matter-indent.ts";
import { keepSearch } from "./keep-search.ts";
import { goToNextProblem } from "./next-problem.ts";
import { playLine } from "./play-line.ts";

/** Marks a change that the page made, not the writer: it is neither kept as typing nor followed. */
export const fromPage = Annotation.define<boolean>();

/** Longer texts, in characters, are not coloured: no stage can show them either. */
const colouredUpTo = 2_000_000;

/** CodeMirror's words for finding and for problems, as the rest of the page writes its buttons. */
const panelWords = {
  next: "Next",
  previous: "Previous",
  all: "All",
  "match case": "Match case",
  regexp: "Regex",
  "by word": "Whole words",
  replace: "Replace",
  "replace all": "Replace all",
  Diagnostics: "Problems",
  "No diagnostics": "Nothing to mend",
};

export interface EditorNeeds {
  readonly parent: HTMLElement;
  readonly known: () => Vocabulary;
  readonly onText: (text: string) => void;
  readonly onCursor: () => void;
  readonly keys: readonly KeyBinding[];
}

export interface Editor {
  readonly view: EditorView;
  /** Shows another text, with a history of its own. */
  load(file: string, text: string): void;
  /** Changes the text into another one of the same file: place and history stay, undo brings the old one back. */
  replace(text: string): void;
  setWrap(on: boolean): void;
  setReadOnly(on: boolean): void;
  destroy(): void;
}

/** CodeMirror in a shadow root: there its styles are adopted sheets, which the page's policy allows. */
export function createEditor({ parent, known, onText, onCursor, keys }: EditorNeeds): Editor {
  const root = parent.shadowRoot ?? parent.attachShadow({ mode: "open" });
  const wrap = new Compartment();
  const writable = new Compartment();
  const wrapping = (on: boolean): Extension => (on ? EditorView.lineWrapping : []);
  let wraps = true;
  // Until the text is there, nothing can be typed that it would replace.
  let readOnly = true;

  const stateFor = (file: string, text: string): EditorState =>
    EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        lintGutter(),
        history(),
        highlightActiveLine(),
        highlightSelectionMatches(),
        bracketMatching(),
        closeBrackets(),
        indentUnit.of("  "),
        frontMatterIndent,
        search({ top: true }),
        countHits,
        EditorState.phrases.of(panelWords),
        text.length > colouredUpTo ? [] : chapterLanguage(file),
        assist(known),
        playLine,
        editorTheme,
        wrap.of(wrapping(wraps)),
        writable.of(EditorState.readOnly.of(readOnly)),
        // What scrolls must be reachable by keyboard, when the text may only be read, too.
        EditorView.contentAttributes.of({ "aria-label": `Text of ${file}`, spellcheck: "false", tabindex: "0" }),
        keymap.of([
          ...keys,
          ...closeBracketsKeymap,
          ...defaultKeymap,
          ...searchKeymap,
          ...historyKeymap,
          ...completionKeymap,
          { key: "F8", run: goToNextProblem },
          { key: "Mod-Shift-m", run: openLintPanel, preventDefault: true },
          indentWithTab,
        ]),
        EditorView.updateListener.of((update) => {
          const own = update.transactions.some((transaction) => transaction.annotation(fromPage));
          if (update.docChanged && !own) onText(update.state.doc.toString());
          if ((update.selectionSet || update.docChanged) && !own) onCursor();
        }),
      ],
    });

  const view = new EditorView({ state: stateFor("chapter.md", ""), root, parent: root as unknown as HTMLElement });
  return {
    view,
    load: (file, text) => keepSearch(view, () => view.setState(stateFor(file, text))),
    replace(text) {
      const now = view.state.doc.toString();
      const most = Math.min(now.length, text.length);
      let start = 0;
      while (start < most && now[start] === text[start]) start += 1;
      let end = 0;
      while (end < most - start && now.at(-1 - end) === text.at(-1 - end)) end += 1;
      view.dispatch({
        changes: { from: start, to: now.length - end, insert: text.slice(start, text.length - end) },
        annotations: fromPage.of(true),
      });
    },
    setWrap(on) {
      wraps = on;
      view.dispatch({ effects: wrap.reconfigure(wrapping(on)) });
    },
    setReadOnly(on) {
      readOnly = on;
      keepSearch(view, () => view.dispatch({ effects: writable.reconfigure(EditorState.readOnly.of(on)) }));
    },
    destroy: () => view.destroy(),
  };
}
