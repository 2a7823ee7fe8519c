/** One file of a site, at its path below the site's folder, with `/`. */
export interface SiteFile {
  readonly path: string;
  readonly content: string;
}
