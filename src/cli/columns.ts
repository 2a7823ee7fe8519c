import stringWidth from "string-width";

/** How many columns of a terminal a text takes: two for each sign of Chinese, Japanese or Korean, none for a mark on another. */
export const widthOf = (text: string): number => stringWidth(text);

/** The text with spaces after it, up to `width` columns. */
export function padTo(width: number, text: string): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

/** The text, or as much of its beginning as takes `width` columns together with the mark that it goes on. */
export function cutTo(width: number, text: string): string {
  if (widthOf(text) <= width) return text;
  let cut = "";
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (widthOf(cut + segment) > width - 1) break;
    cut += segment;
  }
  return `${cut}…`;
}
