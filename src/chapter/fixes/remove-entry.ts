import type { Edit } from "../../model/fix.ts";
import { lineOf } from "./text-lines.ts";

function indentOf(text: string): number {
  return /^[ \t]*/.exec(text)?.[0].length ?? 0;
}

/** Removes the YAML entry that begins in line `n` with its key, and the deeper lines that belong to it. */
export function removeEntry(text: string, n: number, key: string): Edit[] | undefined {
  const first = lineOf(text, n);
  const said = /^\s+["']?([\w-]+)["']?\s*:/.exec(first?.text ?? "")?.[1];
  if (!first || said?.toLowerCase() !== key) return undefined;
  const depth = indentOf(first.text);
  // The last child of its parent would leave a key without a value.
  if (!hasSibling(text, n, depth)) return undefined;
  let end = first.next;
  for (let at = n + 1; ; at += 1) {
    const line = lineOf(text, at);
    if (!line || line.next === line.start || line.text.trim() === "" || indentOf(line.text) <= depth) break;
    end = line.next;
  }
  return [{ start: first.start, end, text: "" }];
}

/** Whether the nearest line at most as deep, above or below, is as deep. */
function hasSibling(text: string, n: number, depth: number): boolean {
  for (const by of [-1, 1]) {
    for (let at = n + by; at > 0; at += by) {
      const line = lineOf(text, at);
      if (!line || line.text.trim() === "" || indentOf(line.text) < depth) break;
      if (indentOf(line.text) === depth) return true;
    }
  }
  return false;
}
