/** Trusted Types, which TypeScript's DOM does not know yet. */
interface TypedPage {
  readonly trustedTypes?: {
    createPolicy(name: string, rules: { createHTML(text: string): string }): { createHTML(text: string): string };
  };
}

let ask: ((name: string) => string) | undefined;

/** A page with Trusted Types lets nobody write markup but through a policy; ours lets through a single entity. */
function makeAsk(): (name: string) => string {
  const policy = (globalThis as TypedPage).trustedTypes?.createPolicy("hopwise-entities", {
    createHTML: (name) => `&${name.replace(/[^a-z0-9]/gi, "")};`,
  });
  const scratch = document.createElement("i");
  return (name) => {
    scratch.innerHTML = policy ? policy.createHTML(name) : `&${name.replace(/[^a-z0-9]/gi, "")};`;
    return scratch.textContent ?? "";
  };
}

/**
 * The character that HTML calls so, as this browser knows it: stands for the tables of names (2,200 of them) where the
 * web component is built. Undefined for a name it does not know, and where the page forbids us to ask.
 */
export function findEntity(name: string): string | undefined {
  try {
    ask ??= makeAsk();
    const said = ask(name);
    // HTML knows some names without their semicolon and leaves it over: "&notit;" is "¬it;".
    return name === "semi" ? ";" : said.endsWith(";") ? undefined : said;
  } catch {
    return undefined;
  }
}

/** The same under the name by which the reader of Markdown asks. */
export function decodeNamedCharacterReference(name: string): string | false {
  return findEntity(name) ?? false;
}
