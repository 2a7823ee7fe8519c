/** Where a site will stand. */
export interface SiteAddress {
  /** `https://docs.example.org`; unknown when only a path was given. */
  readonly origin?: string;
  /** Begins and ends with `/`. */
  readonly path: string;
}

/** Reads `--base`: a path (`/docs/flows/`) or a whole address. Undefined when it is neither. */
export function parseSiteAddress(text: string): SiteAddress | undefined {
  const isPath = text.startsWith("/") && !text.startsWith("//");
  if (!isPath && !/^https?:\/\/[^/]/i.test(text)) return undefined;
  if (!URL.canParse(text, "http://site.invalid")) return undefined;
  const { origin, pathname, search, hash, username } = new URL(text, "http://site.invalid");
  if (search !== "" || hash !== "" || username !== "") return undefined;
  const path = pathname.endsWith("/") ? pathname : `${pathname}/`;
  return isPath ? { path } : { origin, path };
}

/** The address of a path below the site's root; whole where the origin is known. `path` is percent-encoded already. */
export function addressOf(site: SiteAddress, path: string): string {
  return `${site.origin ?? ""}${site.path}${path}`;
}
