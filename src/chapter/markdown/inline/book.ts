/** What a file defines for its links and footnotes, by identifier. */
export interface Book {
  readonly links: Set<string>;
  readonly footnotes: Set<string>;
}
