import * as v from "valibot";
import type { Packer } from "./ports/packer.ts";
import type { OpenedFile } from "./ports/reader.ts";

/** The form of what a link carries: a number before the first dot. */
const formatVersion = 1;

const filesSchema = v.pipe(
  v.array(v.strictObject({ file: v.pipe(v.string(), v.maxLength(500)), text: v.string() })),
  v.minLength(1),
  v.maxLength(500),
);

export type Unpacked =
  | { readonly kind: "files"; readonly files: readonly OpenedFile[] }
  | { readonly kind: "failed"; readonly title: string; readonly message: string };

/** A chapter's files as a payload for a link's fragment. Reverse of `unpackChapter`. */
export async function packChapter(files: readonly OpenedFile[], packer: Packer): Promise<string> {
  return `${formatVersion}.${await packer.pack(JSON.stringify(files.map(({ file, text }) => ({ file, text }))))}`;
}

/** The files a payload holds, or why it cannot be read. Total. */
export async function unpackChapter(payload: string, packer: Packer, limit: number): Promise<Unpacked> {
  const found = /^(\d{1,4})\.([A-Za-z0-9_-]+)$/.exec(payload);
  if (!found) return damaged;
  if (Number(found[1]) > formatVersion) {
    return {
      kind: "failed",
      title: "This link was made by a later version of Hopwise",
      message:
        "What it carries is in a form that this page does not know yet. Reload the page, or open the file itself.",
    };
  }
  try {
    const read = v.safeParse(filesSchema, JSON.parse(await packer.unpack(found[2] ?? "", limit)));
    return read.success ? { kind: "files", files: read.output } : damaged;
  } catch (error) {
    return error instanceof Error && error.message === "too large" ? tooLarge : damaged;
  }
}

const damaged: Unpacked = {
  kind: "failed",
  title: "The chapter in this link is damaged",
  message:
    "Part of the link is missing or was changed, as happens when a chat tool cuts long links. Ask for the file, or for a whole link.",
};

const tooLarge: Unpacked = {
  kind: "failed",
  title: "The chapter in this link is too large",
  message: "It holds more text than Hopwise reads. Ask for the file itself.",
};
