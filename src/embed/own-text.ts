/**
 * The chapter that stands in the tag, as its author wrote it: what a page's parser made elements of (a `<br/>` within a
 * message, a comment with directives) is written back, and indentation that all lines share is taken away.
 */
export function readOwnText(host: Element): string {
  const text = [...host.childNodes].map(write).join("");
  const lines = text.replace(/^(?:[ \t]*\r?\n)+|\s+$/g, "").split(/\r?\n/);
  const margins = lines.filter((line) => line.trim() !== "").map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const margin = Math.min(...margins, 400);
  return lines.map((line) => line.slice(margin)).join("\n");
}

function write(node: Node): string {
  if (node instanceof Comment) return `<!--${node.data}-->`;
  if (node instanceof HTMLBRElement) return "<br/>";
  if (node instanceof Element) return [...node.childNodes].map(write).join("");
  return node.textContent ?? "";
}
