import { isColor } from "./color-names.ts";

/**
 * The colour at the head of a `box` line and what is left as its title. Mermaid takes the first word (or `rgb(…)`)
 * for a colour only if CSS knows it; else the whole line is the title.
 */
export function splitBoxText(line: string): { color?: string; title: string } {
  const text = line.trim();
  const call = /^(?:rgba?|hsla?)\s*\(/.exec(text);
  const close = call === null ? -1 : text.lastIndexOf(")");
  const head = close < 0 ? (/^\w*/.exec(text)?.[0] ?? "") : text.slice(0, close + 1);
  if (head === "" || !isColor(head)) return { title: text };
  return { color: head, title: text.slice(head.length).trim() };
}
