/** Text that Markdown (GitHub's, with its mathematics and HTML) shows as it is, on one line. */
export function markdownInline(text: string): string {
  return text
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim()
    .replace(/[\\|`*_[\]<>&~$#!]/g, "\\$&");
}

/** A table: the first row is its head. Cells are text. */
export function markdownTable(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  const lines = [head.map(markdownInline), head.map(() => "---"), ...body.map((row) => row.map(markdownInline))];
  return lines.map((cells) => `| ${cells.join(" | ")} |\n`).join("");
}

/** A fenced block whose fence no line of its text can end. */
export function markdownFence(word: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${word}\n${text.replace(/\r\n?/g, "\n").replace(/\n+$/, "")}\n${fence}\n`;
}

/** A link's target: an address with what would end it early written as its code; undefined for other schemes. */
export function markdownAddress(url: string): string | undefined {
  if (!/^(https?|file):\/\//i.test(url)) return undefined;
  return url.replace(/[\s<>()\\"`|]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`);
}
