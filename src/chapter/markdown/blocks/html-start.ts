/** How a block of HTML ends: with what its last line contains, or before a blank line. */
export type HtmlEnd = RegExp | "blank";

const blockNames =
  "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul";

/** A whole opening or closing tag, as CommonMark has it. */
export const htmlTag =
  /<(?:[a-z][a-z\d-]*(?:\s+[a-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?|\/[a-z][a-z\d-]*\s*)>/iy;

/** CommonMark's seven ways for HTML to start a block (section 4.6), the first six of which may interrupt a paragraph. */
const starts: readonly (readonly [begins: RegExp, ends: HtmlEnd])[] = [
  [/^<(?:script|pre|style|textarea)(?=[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<![a-z]/i, />/],
  [/^<!\[CDATA\[/, /\]\]>/],
  [new RegExp(`^</?(?:${blockNames})(?=[\\s>]|/>|$)`, "i"), "blank"],
];

export function findHtmlStart(line: string, interrupts: boolean): HtmlEnd | undefined {
  for (const [begins, ends] of starts) if (begins.test(line)) return ends;
  if (interrupts) return undefined;
  htmlTag.lastIndex = 0;
  return htmlTag.test(line) && line.slice(htmlTag.lastIndex).trim() === "" ? "blank" : undefined;
}
