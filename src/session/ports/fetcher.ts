/** What came back from an address, or why nothing did. */
export type Fetched =
  | { readonly kind: "text"; readonly text: string; readonly type: string }
  | { readonly kind: "status"; readonly status: number }
  | { readonly kind: "tooLarge"; readonly limit: number }
  /** No answer at all: refused by CORS, no network, no such host. The browser does not say which. */
  | { readonly kind: "unreachable" };

/** Reads text from an address, up to `limit` bytes. Never throws. */
export interface Fetcher {
  fetchText(url: string, limit: number): Promise<Fetched>;
}
