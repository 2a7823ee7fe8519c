import type { Link, PhrasingContent } from "mdast";

const begin = /(?<![a-z\d])(?:https?:\/\/|(?<![^\s*_~(])www\.)/i;
const anywhere = new RegExp(`${begin.source}[^\\s<]+|(?<![\\w+.@-])[\\w+.-]+@[\\w-]+(?:\\.[\\w-]+)+`, "gi");

/** The part of the text that is meant as an address: what closes a sentence or a parenthesis around it is left out. */
function trimAddress(text: string): string {
  let end = text.length;
  let unbalanced = text.split(")").length - text.split("(").length;
  for (; end > 0; end -= 1) {
    const last = text[end - 1] ?? "";
    if (last === ")") {
      if (unbalanced <= 0) break;
      unbalanced -= 1;
    } else if (last === ";") {
      const reference = /&[a-z\d]{1,31};$/i.exec(text.slice(Math.max(0, end - 33), end));
      if (!reference) break;
      end -= reference[0].length - 1;
    } else if (!"?!.,:*_~'\"]".includes(last)) break;
  }
  return text.slice(0, end);
}

/** Is there a name of a host, without an underscore in its last two parts? */
function hasHost(found: string): boolean {
  const [, scheme = "", host = ""] = /^(https?:\/\/)?([\p{L}\p{N}_.-]*)/iu.exec(found) ?? [];
  const parts = host.split(".");
  return host.length > (scheme ? 0 : 4) && !parts.slice(-2).some((part) => part.includes("_"));
}

const isMail = (words: string): boolean => !/^(?:https?:\/\/|www\.)/i.test(words);

function linkOf(words: string): Link {
  const url = isMail(words) ? `mailto:${words}` : /^www/i.test(words) ? `http://${words}` : words;
  return { type: "link", title: null, url, children: [{ type: "text", value: words }] };
}

/** Where in the words a bare address may begin; -1 without one. */
export const findAddress = (words: string): number => words.search(begin);

/** The address that begins here, over whatever marks it goes. */
export function readAddress(text: string, from: number): { readonly node: Link; readonly end: number } | undefined {
  const space = /[\s<]/.exec(text.slice(from));
  const words = trimAddress(text.slice(from, space ? from + space.index : undefined));
  return hasHost(words) ? { node: linkOf(words), end: from + words.length } : undefined;
}

/** GFM's addresses without marks around them, as links. */
export function linkAddresses(text: string): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let done = 0;
  for (const match of text.matchAll(anywhere)) {
    const words = isMail(match[0]) ? match[0] : trimAddress(match[0]);
    if (isMail(words) ? /[-_\d]$/.test(words) : !hasHost(words)) continue;
    if (match.index > done) nodes.push({ type: "text", value: text.slice(done, match.index) });
    nodes.push(linkOf(words));
    done = match.index + words.length;
  }
  if (done < text.length) nodes.push({ type: "text", value: text.slice(done) });
  return nodes;
}
