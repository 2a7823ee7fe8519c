import { packChapter } from "./carry-chapter.ts";
import { decodeLink } from "./link/decode-link.ts";
import { encodeLink } from "./link/encode-link.ts";
import type { Packer } from "./ports/packer.ts";
import type { OpenedFile } from "./ports/reader.ts";
import type { Source } from "./state.ts";

/** From this length on (characters of the link behind the page's address) some chat tools cut links, or refuse them. */
const longForSome = 2_000;
const longForMost = 8_000;

/** The link to share a chapter that is nowhere online: the chapter inside it; and what there is to know about it. */
export async function carryingLink(
  address: string,
  source: Extract<Source, { kind: "own" | "carried" }>,
  files: readonly OpenedFile[],
  packer: Packer,
): Promise<{ readonly link: string; readonly advice: string }> {
  const carried = source.kind === "carried" ? source.payload : await packChapter(files, packer);
  const { chapter: _, ...link } = decodeLink(address).link;
  const long = encodeLink({ ...link, carried });
  const size = long.length.toLocaleString("en");
  const says = `The link is copied. It holds the whole chapter (${size} characters), in a part that browsers send to no server`;
  if (long.length > longForMost) {
    return {
      link: long,
      advice: `${says}. Most chat tools cut links of this length: put the file online and open it by its address, or send the file itself.`,
    };
  }
  return {
    link: long,
    advice: long.length > longForSome ? `${says}. Some chat tools cut links of this length.` : `${says}.`,
  };
}
