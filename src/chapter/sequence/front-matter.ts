/**
 * Mermaid's front matter at the head of a fence: a line of `---`, YAML, and a line of `---` with the same indent.
 * `length` counts everything up to the text that follows; `title` is the top-level key, where it is one plain line.
 */
export function findFrontMatter(text: string): { length: number; title?: string } | undefined {
  const open = /^([^\S\n]*)---[^\S\n]*\n/.exec(text);
  if (open === null) return undefined;
  const indent = open[1] ?? "";
  for (let end = text.indexOf("\n", open[0].length); end >= 0; end = text.indexOf("\n", end + 1)) {
    if (!text.startsWith(`${indent}---`, end + 1)) continue;
    let after = end + 1 + indent.length + 3;
    let last = -1;
    for (; after < text.length && /\s/.test(text.charAt(after)); after++) if (text[after] === "\n") last = after;
    if (last < 0) continue;
    const title = readTitle(text.slice(open[0].length, end), indent);
    return { length: last + 1, ...(title !== undefined && { title }) };
  }
  return undefined;
}

function readTitle(body: string, indent: string): string | undefined {
  for (const line of body.split("\n")) {
    const bare = line.startsWith(indent) ? line.slice(indent.length) : line;
    if (!bare.startsWith("title:")) continue;
    const value = bare.slice(6).trim();
    const quote = value[0];
    const quoted = (quote === '"' || quote === "'") && value.length > 1 && value.endsWith(quote);
    return quoted ? value.slice(1, -1) : value;
  }
  return undefined;
}
