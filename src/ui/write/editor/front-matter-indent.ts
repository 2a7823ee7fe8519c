import { indentService } from "@codemirror/language";
import type { EditorState } from "@codemirror/state";

/** By its lines: in the tree, the language of the front matter has taken its place. */
export function isInFrontMatter({ doc }: EditorState, pos: number): boolean {
  const fence = /^---[ \t]*$/;
  if (!fence.test(doc.line(1).text) || pos <= doc.line(1).to) return false;
  for (let n = doc.lineAt(pos).number; n > 1; n -= 1) if (fence.test(doc.line(n).text)) return false;
  return true;
}

/** Behind `key:`, a line goes two columns further in than the key, be the key itself in a list or not. */
export const frontMatterIndent = indentService.of((context, pos) => {
  if (!isInFrontMatter(context.state, pos)) return undefined;
  const before = context.lineAt(pos, -1).text.slice(0, pos - context.lineAt(pos, -1).from);
  const [, place = "", key] = /^([ ]*(?:-[ ]+)*)([^\s#](?:[^:]|:(?! ))*)?:[ ]*(?:#.*)?$/.exec(before) ?? [];
  return key === undefined ? undefined : place.length + context.unit;
});
