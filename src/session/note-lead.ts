import type { Library } from "../model/chapter.ts";
import { chapterEnding } from "../model/chapter-file.ts";
import type { ScenarioId } from "../model/ids.ts";
import { messagesIn } from "../model/messages-in.ts";
import type { Scenario } from "../model/scenario.ts";
import { findHeading, type HeadingPlace } from "./find-heading.ts";
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
  /** What was opened with it. */
  readonly library?: Library;
  /** The scenario at hand: `#hop-3` is one of its hops. */
  readonly scenario?: ScenarioId | undefined;
}

/** Where a link of a text leads: with a link of the app, to what it opens. */
export interface Lead {
  readonly href: string;
  readonly link?: Link;
  /** What it leads to of that which was opened with the text. */
  readonly beside?: HeadingPlace;
  /** The heading it names, where that is known only when its chapter is read. */
  readonly heading?: string;
}

/**
 * Where a link leads that a chapter's or an index's text has beside its own file: to the chapter in the app, to what of it
 * the fragment names, else to the file itself. Undefined when there is nothing at its end: then it is text.
 */
export function findLead(url: string, place: NotesPlace, shelf: Pick<Shelf, "cards" | "address">): Lead | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(url.trim()) || /^\s*[?/\\]/.test(url)) return { href: url };
  const [before = "", behind = ""] = url.trim().split("#", 2);
  const [path, fragment] = [decode(before.replace(/\?.*$/s, "")), decode(behind)];
  const { source } = place;
  // Headings of notes have no addresses of their own: the app's address is the run's.
  if (path === "") return besideLead(place.file, fragment, place, true);
  if (source.kind === "url") {
    const lead = besideAddress(source.url, path);
    if (lead?.link?.src === source.url) return besideLead(place.file, fragment, place, true) ?? lead;
    return lead?.link && fragment !== "" ? { ...lead, heading: fragment } : lead;
  }
  const file = resolve(place.file, path);
  if (file === undefined) return undefined;
  if (source.kind !== "shipped") return besideLead(file, fragment, place, false);
  const address = shelf.address(file);
  return (
    besideLead(file, fragment, place, true) ??
    shippedLead(file, fragment, shelf) ??
    (address === undefined ? undefined : { href: address })
  );
}

function shippedLead(file: string, fragment: string, { cards }: Pick<Shelf, "cards">): Lead | undefined {
  const id = file.replace(chapterEnding, "");
  const found = cards.flatMap(({ chapters }) => chapters).find((chapter) => chapter.id === id);
  if (!found) return undefined;
  // Its hops are known when it is there.
  const named = findHeading(
    fragment,
    found.scenarios.map((card) => ({ ...card, hops: [] })),
  );
  const link = { ...emptyLink, chapter: id, ...(named ? { scenario: named.scenario } : {}) };
  return { href: encodeLink(link), link, ...(named || fragment === "" ? {} : { heading: fragment }) };
}

/** To a chapter that was opened with this one: to what is named of it, else to its first scenario unless `namedOnly`. */
function besideLead(file: string, fragment: string, place: NotesPlace, namedOnly: boolean): Lead | undefined {
  const bare = (name: string): string => name.replaceAll("\\", "/").replace(chapterEnding, "");
  const chapter = place.library?.chapters.find((one) => bare(one.file) === bare(file));
  const first = namedOnly ? undefined : chapter?.scenarios[0];
  const beside =
    chapter && (findHeading(fragment, chapter.scenarios, place.scenario) ?? (first && { scenario: first.id }));
  if (!beside) return undefined;
  const link = linkTo(chapter.scenarios, beside, place.source);
  return { href: encodeLink(link), link, beside };
}

/** The link to a place of a chapter that was read. */
export function linkTo(scenarios: readonly Scenario[], { scenario, hop }: HeadingPlace, source: Source): Link {
  const steps = scenarios.find(({ id }) => id === scenario)?.hops.find(({ n }) => n === hop)?.steps ?? [];
  // One that no choice leaves out, if there is one.
  const [first] = [...messagesIn(steps.filter((step) => step.kind !== "block" || !step.choice)), ...messagesIn(steps)];
  const at = first && hop !== undefined ? { at: { kind: "message" as const, hop, message: first.inHop } } : {};
  return { ...emptyLink, ...partsOf(source), scenario, ...at };
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
