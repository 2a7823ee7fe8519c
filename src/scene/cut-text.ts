/** UTF-16 units of one text that are drawn or read out at most. Nobody reads on, and a browser lays out for seconds. */
const most = 2000;
/** The first half of a character that was cut in two. */
const halfAtEnd = /[\uD800-\uDBFF]$/;

/** The text, or so much of it as can be shown, with an ellipsis for what is left out. */
export function cutText(text: string): string {
  return text.length <= most ? text : `${text.slice(0, most).replace(halfAtEnd, "").trimEnd()}…`;
}
