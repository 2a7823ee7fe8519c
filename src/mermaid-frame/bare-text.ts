/** Which lines of a kind of diagram are links or calls; elsewhere such words are a diagram's own. */
const leading: readonly (readonly [kind: RegExp, line: RegExp])[] = [
  [/^sequenceDiagram\b/i, /^\s*(?:links?|properties|details)\s+[^\n]*?[:@]/i],
  [/^(?:flowchart|graph|classDiagram|stateDiagram|gantt)\b/i, /^\s*(?:click|links?|href|callback)\s/i],
];

/**
 * A diagram's text without what it may not say: configuration (front matter but its title, `%%{…}%%`), links and calls.
 * Mermaid refuses part of these by itself; what never reaches it needs no trust.
 */
export function bareText(text: string): string {
  const plain = text.replace(/\r\n?/g, "\n");
  const front = /^\s*---[^\S\n]*\n([\s\S]*?)\n[^\S\n]*---[^\S\n]*(?:\n|$)/.exec(plain);
  const body = plain.slice(front?.[0].length ?? 0).replace(/%%\{[\s\S]*?(?:\}%%|$)/g, "");
  const kind = body.replace(/^(?:\s|%%[^\n]*(?:\n|$))+/, "");
  const refused = leading.find(([start]) => start.test(kind))?.[1];
  const kept = refused
    ? body
        .split("\n")
        .filter((line) => !refused.test(line))
        .join("\n")
    : body;
  const title = /^title:[^\S\n]*(["']?)(.+)\1[^\S\n]*$/m.exec(front?.[1] ?? "")?.[2]?.trim();
  return title ? `---\ntitle: ${JSON.stringify(title)}\n---\n${kept}` : kept;
}
