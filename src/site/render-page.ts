import { escapeHtml } from "../lib/escape-html.ts";

/** What a page of the site says of itself, and where it stands. */
export interface PageHead {
  /** How many folders below the site's root the page stands. */
  readonly depth: number;
  readonly title?: string;
  readonly description?: string;
  /** Elements for the head, as markup; what stands in them is already escaped. */
  readonly tags: readonly string[];
  /** What is read where there is no JavaScript, as markup. */
  readonly noscript?: string;
}

/**
 * The app's page with another head. The template is our own build's (index.html), so a part that is not found is a
 * mistake of ours, and said at once.
 */
export function renderPage(template: string, { depth, title, description, tags, noscript }: PageHead): string {
  let page = put(template, /[ \t]*<!-- hopwise:head -->/, tags.map((tag) => `    ${tag}`).join("\n"));
  if (title !== undefined) page = put(page, /<title>[^<]*<\/title>/, `<title>${escapeHtml(title)}</title>`);
  if (description !== undefined) {
    page = put(page, /<meta\s+name="description"[^>]*>/, metaTag("name", "description", description));
  }
  if (noscript !== undefined) page = put(page, /<noscript>[^<]*<\/noscript>/, `<noscript>${noscript}</noscript>`);
  return depth === 0 ? page : page.replace(/ (href|src)="\.\//g, ` $1="${"../".repeat(depth)}`);
}

function put(page: string, place: RegExp, text: string): string {
  if (!place.test(page)) throw new Error(`The app's page has no ${place}; it was built by another version.`);
  return page.replace(place, () => text);
}

export function metaTag(key: "name" | "property", name: string, content: string): string {
  return `<meta ${key}="${name}" content="${escapeHtml(content)}" />`;
}

export function linkTag(attributes: Readonly<Record<string, string>>): string {
  const parts = Object.entries(attributes).map(([name, value]) =>
    value === "" ? name : `${name}="${escapeHtml(value)}"`,
  );
  return `<link ${parts.join(" ")} />`;
}
