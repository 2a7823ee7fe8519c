/**
 * A diagram's text without what it may not say: configuration (front matter, `%%{…}%%`), links and calls. Mermaid
 * refuses part of these by itself; what never reaches it needs no trust.
 */
export function bareText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/^\s*---[^\S\n]*\n[\s\S]*?\n[^\S\n]*---[^\S\n]*(?:\n|$)/, "")
    .replace(/%%\{[\s\S]*?(?:\}%%|$)/g, "")
    .split("\n")
    .filter((line) => !/^\s*(?:click|links?|href|callback|properties|details)\s/i.test(line))
    .join("\n");
}
