/** One line of text as a Mermaid label that is drawn as it is: no sign of Mermaid's and no markup is left in it. */
export function mermaidLabel(text: string): string {
  const printed = tidy(text)
    .replace(/[#;<>&"\\`$]|%(?=[%{])|\{(?=["%])/gu, (sign) => `#${sign.codePointAt(0)};`)
    .replace(/^(:?(?:no)?wrap):/iu, "$1#58;")
    .replaceAll("\n", "<br/>");
  // In a line with these words Mermaid takes an entity for a style's end, up to the next colon.
  return /style|classDef/.test(printed) && printed.includes("#") ? printed.replaceAll(":", "#58;") : printed;
}

/** For `title` and `accDescr`, where Mermaid decodes nothing: what it could misread is left out. */
export function mermaidPlain(text: string): string {
  return tidy(text)
    .replace(/[#;<>&{}%\\`\n]+/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
}

/** Control characters, halves of pairs and signs that turn the writing direction are no text. */
function tidy(text: string): string {
  return text
    .replace(/\r\n?/gu, "\n")
    .replace(/[^\P{C}\n\u200d]/gu, " ")
    .replace(/[ \t]+/gu, " ")
    .trim();
}

/** Words that Mermaid's grammar keeps for itself; none may be a participant's id. */
const kept = new Set(
  "end as over note participant actor create destroy box loop rect opt alt else par par_over and critical option break activate deactivate autonumber title acctitle accdescr links link properties details left right sequencediagram style classdef graph subgraph".split(
    " ",
  ),
);

/** An id for every participant: the author's own where it is a plain word, else `P1`, `P2` and so on. */
export function chooseIds(participants: readonly { readonly key: string; readonly ids: readonly string[] }[]) {
  const used = new Set<string>();
  const chosen = new Map<string, string>();
  for (const { key, ids } of participants) {
    const own = ids.find(
      (id) => /^[A-Za-z][A-Za-z0-9_]{0,39}$/.test(id) && !kept.has(id.toLowerCase()) && !used.has(id),
    );
    let id = own ?? "";
    for (let n = 1; id === ""; n += 1) if (!used.has(`P${n}`)) id = `P${n}`;
    used.add(id);
    chosen.set(key, id);
  }
  return chosen;
}
