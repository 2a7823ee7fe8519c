import type { NotesPlace } from "./note-lead.ts";
import type { Shelf } from "./ports/shelf.ts";
import { rawAddress } from "./raw-address.ts";

/**
 * Where a text's own file stands, which its pictures are beside: on the page's site or elsewhere. A draft's are
 * beside the chapter that it was made from. Undefined for what the reader opened or typed and for what a link carried: of
 * these there is nothing but the text.
 */
export function addressOfNotes({ source, file }: NotesPlace, shelf: Pick<Shelf, "address">): string | undefined {
  if (source.kind === "own") return source.from && addressOfNotes({ source: source.from, file }, shelf);
  if (source.kind === "url") return rawAddress(source.url);
  return source.kind === "shipped" ? shelf.address(file) : undefined;
}
