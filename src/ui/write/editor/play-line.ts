import { type EditorState, type Extension, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";

/** Marks the line of the message where the playhead is; null for none. */
export const setPlayLine = StateEffect.define<number | null>();

const line = Decoration.line({ class: "cm-playline" });

const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = marks.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(setPlayLine)) continue;
      const at = effect.value;
      const { doc } = transaction.state;
      next = at === null || at > doc.length ? Decoration.none : Decoration.set(line.range(doc.lineAt(at).from));
    }
    return next;
  },
  provide: (self) => EditorView.decorations.from(self),
});

/** Where the marked line begins (UTF-16 offset), null while none is marked. */
export function playLineOf(state: EditorState): number | null {
  const { value, from } = state.field(field).iter();
  return value && from;
}

export const playLine: Extension = field;
