import type { Library } from "../model/chapter.ts";
import type { Fetcher } from "../session/ports/fetcher.ts";
import type { OpenedFile, Reader } from "../session/ports/reader.ts";
import { rawAddress } from "../session/raw-address.ts";
import { type Refusal, refuseFetched, refuseText } from "../session/refusals.ts";
import { textLimit } from "../session/text-limit.ts";
import type { Wish } from "./read-attributes.ts";

export type Loaded = { readonly kind: "library"; readonly library: Library } | ({ readonly kind: "refused" } & Refusal);

/** Loads and reads what a tag points to, or the text it holds. Never rejects. */
export async function loadChapter(
  wish: Wish,
  own: string,
  base: string,
  fetcher: Fetcher,
  reader: Reader,
): Promise<Loaded> {
  try {
    const chapter = wish.src === undefined ? ownFile(own) : await fetchFile(wish.src, base, fetcher);
    if ("title" in chapter) return { kind: "refused", ...chapter };
    const index = wish.index === undefined ? undefined : await fetchFile(wish.index, base, fetcher);
    if (index && "title" in index) return { kind: "refused", ...index };
    const files = index ? [{ file: "index.md", text: index.text }, chapter] : [chapter];
    const library = await reader.read("flow", files);
    const refusal = refuseLibrary(library, wish);
    return refusal ? { kind: "refused", ...refusal } : { kind: "library", library };
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
  const refusal = refuseFetched(src, fetched);
  if (refusal || fetched.kind !== "text") return refusal ?? { title: "", message: "" };
  return { file: raw.split(/[?#]/)[0]?.split("/").at(-1) || "chapter.md", text: fetched.text };
}

function refuseLibrary(library: Library, { link }: Wish): Refusal | undefined {
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
