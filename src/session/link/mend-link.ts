/** Marks of the sentence around a link, which chat tools take along at its end. */
const sentenceMarks = ".,;:!?*_~|'])}";

/**
 * Undoes what mail and chat tools do to links on their way: `&amp;`, everything percent-encoded once more, and a full
 * stop or a bracket behind. What an address says, apart: the query, and the chapter that it carries.
 */
export function mendLink(address: string): { readonly query: string; readonly carried?: string } {
  const [before = "", ...behind] = address.replace(/%23c(?:=|%3D)(?=\d+\.[\w-]{20})/i, "#c=").split("#");
  // Any other fragment is a place in the page, and none of ours.
  const carried = /^c(?:=|%3D)(.+)$/is.exec(behind.join("#"))?.[1];
  const query = decodeAgain(before.replaceAll("&amp;", "&"));
  if (carried === undefined) return { query: trimEnd(query) };
  return { query, carried: /^\d+\.[\w-]+/.exec(carried)?.[0] ?? carried };
}

/** A mark at a link's own end, written so that it is not taken for the sentence's. */
export function guardEnd(query: string): string {
  const mark = query.slice(-1);
  if (mark === "" || !sentenceMarks.includes(mark)) return query;
  return `${query.slice(0, -1)}%${mark.charCodeAt(0).toString(16).toUpperCase()}`;
}

function decodeAgain(query: string): string {
  if (!query.includes("=") && /%3D/i.test(query)) return query.replace(/%3D/gi, "=").replace(/%26/g, "&");
  const isTwice = /[?&](?:chapter|src)=[^&/]*%252F/i.test(query);
  return isTwice ? query.replaceAll("%25", "%") : query;
}

function trimEnd(query: string): string {
  // A bracket that is opened in the link is closed in it.
  let unopened = query.split(")").length - query.split("(").length;
  let end = query.length;
  for (; end > 0 && sentenceMarks.includes(query.charAt(end - 1)); end -= 1) {
    if (query.charAt(end - 1) !== ")") continue;
    if (unopened <= 0) break;
    unopened -= 1;
  }
  return query.slice(0, end);
}
