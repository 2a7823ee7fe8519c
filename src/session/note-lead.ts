import type { Library } from "../model/chapter.ts";
import { chapterEnding } from "../model/chapter-file.ts";
import { encodeLink } from "./link/encode-link.ts";
import { emptyLink, type Link } from "./link/link.ts";
import { partsOf } from "./link/source-parts.ts";
import type { Shelf } from "./ports/shelf.ts";
import type { Source } from "./state.ts";

/** Where a text stands whose links are followed. */
export interface NotesPlace {
  readonly source: Source;
  /** The text's own file, as its library names it. */
  readonly file: string;
  /** What was opened with it, where that did not come with the page. */
  readonly library?: Library;
}

/** Where a link of a text leads: with a link of the app, to what it opens. */
export interface Lead {
  readonly href: string;
  readonly link?: Link;
}

/**
 * Where a link leads that a chapter's or an index's text has beside its own file: to the chapter in the app, else to
 * the file itself. Undefined when there is nothing at its end: then it is text.
 */
export function findLead(url: string, place: NotesPlace, shelf: Pick<Shelf, "cards" | "address">): Lead | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(url.trim()) || /^\s*[?/\\]/.test(url)) return { href: url };
  const path = decode(url.trim().replace(/[?#].*$/s, ""));
  // Headings of notes have no addresses of their own: the app's address is the run's.
  if (path === "") return undefined;
  const { source, library } = place;
  if (source.kind === "url") return besideAddress(source.url, path);
  const file = resolve(place.file, path);
  if (file === undefined) return undefined;
  const link = source.kind === "shipped" ? shippedLink(file, shelf) : besideLink(file, source, library);
  if (link) return { href: encodeLink(link), link };
  const href = source.kind === "shipped" ? shelf.address(file) : undefined;
  return href === undefined ? undefined : { href };
}

function shippedLink(file: string, { cards }: Pick<Shelf, "cards">): Link | undefined {
  const id = file.replace(chapterEnding, "");
  const found = cards.some(({ chapters }) => chapters.some((chapter) => chapter.id === id));
  return found ? { ...emptyLink, chapter: id } : undefined;
}

/** To a chapter that was opened with this one: its first scenario. */
function besideLink(file: string, source: Source, library: Library | undefined): Link | undefined {
  const bare = (name: string): string => name.replaceAll("\\", "/").replace(chapterEnding, "");
  const scenario = library?.chapters.find((chapter) => bare(chapter.file) === bare(file))?.scenarios[0];
  return scenario && { ...emptyLink, ...partsOf(source), scenario: scenario.id };
}

/** Beside a chapter that is read from an address, every text is taken for a chapter, and anything else is looked at there. */
function besideAddress(base: string, path: string): Lead | undefined {
  const [root = "", below = ""] = /^(https?:\/\/[^/]+\/)?([^?#]*)/i.exec(base)?.slice(1) ?? [];
  const file = resolve(decode(below), path);
  if (file === undefined) return undefined;
  const href = root + file.split("/").map(encodeURIComponent).join("/");
  if (!chapterEnding.test(file)) return { href };
  const link = { ...emptyLink, src: href };
  return { href: encodeLink(link), link };
}

/** A path beside a file, as a path from the same root; undefined when it leads out of it. */
function resolve(file: string, path: string): string | undefined {
  const parts = file.split(/[\\/]/).slice(0, -1);
  for (const part of path.split("/")) {
    if (part === "..") {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
