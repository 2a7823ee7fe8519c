/** False when the browser did not allow it. */
export interface Clipboard {
  write(text: string): Promise<boolean>;
}
