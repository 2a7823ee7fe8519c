import type { Fix } from "../model/fix.ts";

/** The text with the fix's edits made; a fix in words changes nothing. Edits beyond the text's end are left out. */
export function applyFix(text: string, fix: Fix): string {
  const edits = [...(fix.edits ?? [])].sort((a, b) => b.start - a.start);
  return edits.reduce(
    (left, { start, end, text: put }) => (end > text.length ? left : left.slice(0, start) + put + left.slice(end)),
    text,
  );
}
