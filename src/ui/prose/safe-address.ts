/** A link that may be followed: http(s), mailto and relative ones. Anything else (`javascript:`, `data:`) is undefined. */
export function safeLink(url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  // Browsers ignore spaces and control characters within a scheme; so must the check.
  const bare = [...url].filter((char) => !isInvisible(char.charCodeAt(0))).join("");
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(bare)?.[1]?.toLowerCase();
  if (scheme === undefined) return bare.startsWith("//") || /^[/\\]{2}/.test(bare) ? undefined : url;
  return scheme === "http" || scheme === "https" || scheme === "mailto" ? url : undefined;
}

/** Spaces, control characters, and marks without width. */
function isInvisible(code: number): boolean {
  return (
    code <= 0x20 ||
    (code >= 0x7f && code <= 0xa0) ||
    (code >= 0x200b && code <= 0x200f) ||
    code === 0x2028 ||
    code === 0x2029
  );
}
