/** The address bar and its history, reduced to the query string (with its `?`, or empty). */
export interface Address {
  read(): string;
  /** A new entry: back returns to the one before. */
  push(query: string): void;
  /** The same entry, other words. */
  replace(query: string): void;
  /** Calls back when the reader went back or forward. Returns the way to stop. */
  onMove(callback: () => void): () => void;
  /** The whole address of a query, for copying. */
  absolute(query: string): string;
}
