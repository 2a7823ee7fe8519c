/** Makes text small enough for a link, and back. */
export interface Packer {
  /** Base64url of the compressed text. */
  pack(text: string): Promise<string>;
  /** Rejects when it cannot be read, or would be longer than `limit` UTF-16 units: a small link may hold a great deal. */
  unpack(packed: string, limit: number): Promise<string>;
}
