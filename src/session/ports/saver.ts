/** Hands the reader a file. */
export interface Saver {
  save(file: { readonly name: string; readonly type: string; readonly content: string | Uint8Array }): void;
}
