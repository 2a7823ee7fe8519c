import { isSpace } from "./line-cursor.ts";

/** What a line begins or is, its indentation apart (CommonMark 4 and 5; `note` is GFM's footnote). */
export const fence = /^(?:(`{3,})([^`]*)|(~{3,})(.*))$/;
export const rule = /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
export const underline = /^(?:=+|-+)[ \t]*$/;
export const marker = /^(?:([-+*])|(\d{1,9})([.)]))(?=[ \t]|$)/;
export const note = /^\[\^((?:\\[\\[\]]|[^\s\\[\]]|\\(?![\\[\]])){1,999})\]:/;

/** The words of a heading, without the signs that may close it. */
export function trimHashes(line: string): string {
  const text = line.trim();
  let end = text.length;
  while (text[end - 1] === "#") end -= 1;
  return end === 0 || isSpace(text.charCodeAt(end - 1)) ? text.slice(0, end).trim() : text;
}

/** Does the line close a fence that this mark opened? */
export function endsFence(line: string, mark: string): boolean {
  const end = line.trimEnd();
  return end.length >= mark.length && end === (mark[0] ?? "").repeat(end.length);
}
