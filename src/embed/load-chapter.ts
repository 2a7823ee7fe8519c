import type { Library } from "../model/chapter.ts";
import type { Link } from "../session/link/link.ts";
import type { Fetcher } from "../session/ports/fetcher.ts";
import type { OpenedFile, Reader } from "../session/ports/reader.ts";
import { rawAddress } from "../session/raw-address.ts";
import { type Refusal, refuseFetched, refuseText } from "../session/refusals.ts";
import { textLimit } from "../session/text-limit.ts";
import type { Wish } from "./read-attributes.ts";

export type Loaded =
  | { readonly kind: "library"; readonly library: Library; readonly link: Link; readonly errors: readonly string[] }
  | ({ readonly kind: "refused" } & Refusal);

/** A text to play, and the place in it (UTF-16 offset) whose scenario and hop are meant, if one is. */
export interface OwnText {
  readonly text: string;
  readonly offset?: number;
}

/** Loads and reads what a tag points to, or the text it holds. Never rejects. */
export async function loadChapter(
  wish: Wish,
  own: OwnText,
  base: string,
  fetcher: Fetcher,
  reader: Reader,
): Promise<Loaded> {
  try {
    if (wish.src !== undefined) reader.expect?.(wish.src);
    const chapter = wish.src === undefined ? ownFile(own.text) : await fetchFile(wish.src, base, fetcher);
    if ("title" in chapter) return { kind: "refused", ...chapter };
    const index = wish.index === undefined ? undefined : await fetchFile(wish.index, base, fetcher);
    // Without what chapters share it plays all the same, and says what is missing.
    const missing = index && "title" in index ? [`${index.title}. ${index.message}`] : [];
    const files = index && "text" in index ? [{ file: "index.md", text: index.text }, chapter] : [chapter];
    const library = await reader.read("flow", files);
    const here = own.offset === undefined || wish.src !== undefined ? {} : findPlace(library, own.offset);
    const link = { ...here, ...wish.link };
    const refusal = refuseLibrary(library, link);
    if (refusal) return { kind: "refused", ...refusal };
    const errors = sayErrors(library, wish.src === undefined ? own : undefined);
    return { kind: "library", library, link, errors: [...missing, ...errors] };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { kind: "refused", title: "The chapter could not be read", message };
  }
}

function ownFile(text: string): OpenedFile | Refusal {
  if (text === "") {
    return {
      title: "There is nothing to play",
      message: "Give the tag an address (src), or put the chapter's text between its tags.",
    };
  }
  return refuseText("The text in the tag", text) ?? { file: "chapter.md", text };
}

async function fetchFile(src: string, base: string, fetcher: Fetcher): Promise<OpenedFile | Refusal> {
  const raw = rawAddress(src);
  if (!raw || !URL.canParse(raw, base)) {
    return { title: "This is not an address", message: `“${src}” should be the address of a Markdown file.` };
  }
  const fetched = await fetcher.fetchText(new URL(raw, base).href, textLimit);
  const text = "text" in fetched ? fetched.text : "";
  return refuseFetched(src, fetched) ?? { file: raw.split(/[?#]/)[0]?.split("/").at(-1) || "chapter.md", text };
}

function refuseLibrary(library: Library, link: Link): Refusal | undefined {
  const scenarios = library.chapters.flatMap((chapter) => chapter.scenarios);
  if (scenarios.length === 0) {
    const first = library.problems.find(({ severity }) => severity === "error") ?? library.problems[0];
    const message = first ? `Line ${first.line}: ${first.message}` : "It holds no Mermaid sequence diagram.";
    return { title: "There is nothing to play in this chapter", message };
  }
  if (scenarios.length === 1 || link.scenario !== undefined) return undefined;
  const names = scenarios.map(({ id }) => id).join(", ");
  return {
    title: `This chapter has ${scenarios.length} scenarios, and none is named`,
    message: `Name one in the attribute “scenario”: ${names}.`,
  };
}

/**
 * What of a chapter cannot be read, with its place: a file's line, or the line between the tags. Of a page's diagrams
 * each says what is wrong with itself.
 */
function sayErrors({ problems }: Library, own: OwnText | undefined): string[] {
  const linesIn = (text = "") => text.split("\n").length;
  const { text = "", offset } = own ?? {};
  const first = offset === undefined ? 0 : linesIn(text.slice(0, offset));
  const end = offset === undefined ? Number.POSITIVE_INFINITY : linesIn(text.slice(offset).split("\n```", 1)[0]);
  return problems.flatMap(({ severity, file, line, message }) => {
    const n = line - first;
    if (severity !== "error" || n < 1 || n >= end) return [];
    // An index is a file, whoever names it.
    return `${own && file !== "index.md" ? `Line ${n}` : `${file}:${line}`}: ${message}`;
  });
}

/** The scenario that a place in the text belongs to, and its hop where that has a diagram of its own. */
function findPlace(library: Library, offset: number): Pick<Link, "scenario" | "focus"> {
  for (const { scenarios } of library.chapters) {
    for (const { id, hops, span } of scenarios) {
      const hop = hops.find((each) => !each.found && each.span.start <= offset && offset < each.span.end);
      if (hop) return hops.length > 1 ? { scenario: id, focus: hop.n } : { scenario: id };
      if (span.start <= offset && offset < span.end) return { scenario: id };
    }
  }
  return {};
}
