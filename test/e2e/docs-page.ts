/** A text as HTML that says it, and does nothing. */
export const escapeText = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A chapter as a site generator makes a page of it: fences, headings, lists, tables and paragraphs, all of them text. */
export function printPage(chapter: string): string {
  // Odd parts are what stands within the fences, behind their language.
  const parts = chapter.split(/^```([^\n]*\n.*?)^```$/ms);
  return parts.map((part, n) => (n % 2 === 1 ? printFence(part) : printWords(part))).join("");
}

function printFence(part: string): string {
  const end = part.indexOf("\n");
  const language = escapeText(part.slice(0, end).trim());
  return `<pre><code class="language-${language}">${escapeText(part.slice(end + 1))}</code></pre>`;
}

function printWords(part: string): string {
  const lines = part.split("\n").map(printLine);
  return lines.join("").replaceAll("</table><table>", "");
}

function printLine(line: string): string {
  const heading = /^(#{1,6}) (.*)/.exec(line);
  if (heading) return `<h${heading[1]?.length}>${escapeText(heading[2] ?? "")}</h${heading[1]?.length}>`;
  if (line.startsWith("- ")) return `<ul><li>${escapeText(line.slice(2))}</li></ul>`;
  if (/^\|[\s|-]*$/.test(line)) return "";
  if (!line.startsWith("|")) return line.trim() === "" ? "" : `<p>${escapeText(line)}</p>`;
  const cells = line
    .split("|")
    .slice(1, -1)
    .map((cell) => `<td>${escapeText(cell)}</td>`);
  return `<table><tr>${cells.join("")}</tr></table>`;
}
