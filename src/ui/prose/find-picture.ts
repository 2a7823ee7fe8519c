import { safeLink } from "./safe-address.ts";

export type Picture =
  /** `away`: from where the chapter is, which is not this site. */
  | { readonly kind: "shown"; readonly src: string; readonly away: boolean }
  /** From anywhere else it is a link, so that none is fetched unasked and no chapter can call home. */
  | { readonly kind: "link" }
  /** Beside a text that has no address. */
  | { readonly kind: "nowhere" };

/** Where a text's picture comes from: `base` is the address of the text, `page` the one of the page it is shown on. */
export function findPicture(url: string | undefined, base: string | undefined, page: string): Picture {
  if (url === undefined || safeLink(url) === undefined) return { kind: "link" };
  if (base === undefined && !/^\s*[a-z][a-z0-9+.-]*:/i.test(url)) return { kind: "nowhere" };
  try {
    const text = new URL(base ?? page, page);
    const { href, origin, protocol } = new URL(url, text);
    if (origin !== text.origin || !/^https?:$/.test(protocol)) return { kind: "link" };
    return { kind: "shown", src: href, away: origin !== new URL(page).origin };
  } catch {
    return { kind: "link" };
  }
}
