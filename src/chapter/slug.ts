import { slug as githubSlug } from "github-slugger";

/** A readable id of a title: `UFW blocks :80` → `ufw-blocks-80`. Never empty. */
export function slugOf(title: string): string {
  const slug = githubSlug(
    title
      .replace(/[–—→⇒/+&.,·:]+/gu, " ")
      .replace(/\s+/gu, " ")
      .trim(),
  )
    .replace(/-{2,}/g, "-")
    .replace(/^-|-$/g, "");
  // Names that every object carries would be confused with properties wherever ids are keys.
  return slug === ""
    ? "untitled"
    : slug === "__proto__" || slug === "constructor" || slug === "prototype"
      ? `${slug}-`
      : slug;
}

/** Hands out slugs that are unique among those it gave: the second `read` is `read-2`. */
export function makeSlugger(): (title: string) => string {
  const given = new Set<string>();
  return (title) => {
    const base = slugOf(title);
    let slug = base;
    for (let n = 2; given.has(slug); n++) slug = `${base}-${n}`;
    given.add(slug);
    return slug;
  };
}
