import { packChapter } from "./carry-chapter.ts";
import { decodeLink } from "./link/decode-link.ts";
import { encodeLink } from "./link/encode-link.ts";
import type { Packer } from "./ports/packer.ts";
import type { OpenedFile } from "./ports/reader.ts";
import type { Source } from "./state.ts";

/** From this length on (characters of the link behind the page's address) some chat tools cut links, or refuse them. */
const longForSome = 2_000;
const longForMost = 8_000;

export interface CarryingLink {
  readonly link: string;
  /** How long it is and what is in it. */
  readonly says: string;
  /** Where it may not arrive whole, and what to do then; absent for a link that goes anywhere. */
  readonly advice?: string;
}

/** The link to share a chapter that is nowhere online: the chapter inside it; and what there is to know about it. */
export async function carryingLink(
  address: string,
  source: Extract<Source, { kind: "own" | "carried" }>,
  files: readonly OpenedFile[],
  packer: Packer,
): Promise<CarryingLink> {
  const carried = source.kind === "carried" ? source.payload : await packChapter(files, packer);
  const { chapter: _, ...rest } = decodeLink(address).link;
  const link = encodeLink({ ...rest, carried });
  const size = link.length.toLocaleString("en");
  const says = `It holds the whole chapter (${size} characters), in a part that browsers send to no server.`;
  if (link.length > longForMost) {
    const advice =
      "Most chat tools cut links of this length: put the file online and open it by its address, or send the file itself.";
    return { link, says, advice };
  }
  return link.length > longForSome
    ? { link, says, advice: "Some chat tools cut links of this length." }
    : { link, says };
}
