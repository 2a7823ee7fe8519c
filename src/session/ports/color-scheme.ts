/** What the reader's system asks for. */
export interface ColorScheme {
  dark(): boolean;
  onChange(callback: () => void): () => void;
}
