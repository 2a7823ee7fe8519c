import { isSequenceText } from "../chapter/sequence/is-sequence-text.ts";
import type { FrameWish } from "./link/embed-code.ts";
import { elementCode, frameAddress, frameCode, linkCode, markdownCode, scriptCode } from "./link/embed-code.ts";
import { encodeLink } from "./link/encode-link.ts";
import { emptyLink, type Link } from "./link/link.ts";
import { splitQuery } from "./link/query.ts";

export const embedForms = ["component", "frame", "link"] as const;
export type EmbedForm = (typeof embedForms)[number];

export const embedControls = ["full", "min", "none"] as const;
export type EmbedControls = (typeof embedControls)[number];

export interface EmbedWish {
  /** Where this site stands, `/` at its end. */
  readonly site: string;
  readonly title: string;
  /** What is shown: scenario, place, failures, choices, theme. */
  readonly link: Link;
  readonly controls: EmbedControls;
  readonly chapter: EmbedChapter;
}

/**
 * Where the component reads the chapter: at an address, or between its own tags, where the scenario may be called
 * otherwise than among the files beside which it was read.
 */
export type EmbedChapter =
  | { readonly kind: "address"; readonly src: string; readonly index?: string }
  | { readonly kind: "text"; readonly text: string; readonly scenario?: string };

/** What stands in another page for this flow, as markup to copy. */
export function embedSnippet(form: EmbedForm, wish: EmbedWish): string {
  const { site, title, link } = wish;
  if (form === "link") return linkCode(appAddress(wish), title);
  if (form === "frame")
    return `${frameCode(frameAddress(frameOf(wish)), title)}\n${scriptCode(site, "hopwise-resize")}`;
  const { chapter } = wish;
  const fallback = chapter.kind === "text" ? `\n${chapter.text}` : `${title}: ${appAddress(wish)}`;
  const scripts = [scriptCode(site, "hopwise-flow")];
  if (chapter.kind === "text" && !isSequenceText(chapter.text)) scripts.unshift(markdownCode(site));
  return `${scripts.join("\n")}\n${elementCode(componentAttributes(link, wish), fallback)}`;
}

function appAddress({ site, link }: EmbedWish): string {
  return `${site}${encodeLink(link)}`;
}

export function frameOf({ site, link, controls }: EmbedWish): FrameWish {
  return { site, link, controls };
}

/** The component's attributes; what is as usual goes without saying. */
export function componentAttributes(
  link: Link,
  { chapter, controls }: Pick<EmbedWish, "chapter" | "controls">,
): Readonly<Record<string, string | undefined>> {
  const { at, fail, with: chosen, scenario, spacing, theme } = link;
  const query = splitQuery(encodeLink({ ...emptyLink, fail, with: chosen, ...(at ? { at } : {}) }));
  const parts = new Map(query.map(({ key, value }) => [key, value]));
  return {
    src: chapter.kind === "address" ? chapter.src : undefined,
    index: chapter.kind === "address" ? chapter.index : undefined,
    scenario: chapter.kind === "text" ? chapter.scenario : scenario,
    at: parts.get("at"),
    fail: parts.get("fail"),
    with: parts.get("with"),
    view: spacing === "scale" ? "scale" : undefined,
    controls: controls === "full" ? undefined : controls,
    theme: theme === "auto" ? undefined : theme,
  };
}
