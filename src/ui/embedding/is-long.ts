import type { EmbedWish } from "../../session/embed-snippet.ts";

/** From so many characters on, a page is held up while it reads a chapter that stands in it. */
const from = 200_000;

/** Whether the markup carries a chapter of a length that is felt. */
export function isLong({ chapter }: EmbedWish): boolean {
  return chapter.kind === "text" && chapter.text.length > from;
}
