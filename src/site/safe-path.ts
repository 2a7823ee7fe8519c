import { createHash } from "node:crypto";

/** The first ten hexadecimal digits of the content's SHA-256: enough to tell versions of one file apart. */
export function hashOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 10);
}

/** An id as a path of folders that every file system and host takes: letters, digits, `-`, `_` and dots within. */
export function safePath(id: string): string {
  return id.split("/").map(safeName).join("/");
}

export function safeName(text: string): string {
  const name = text
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}._-]+/gu, "-")
    .replace(/^[.-]+|[.-]+$/g, "")
    .slice(0, 80);
  // Windows keeps these names for devices, whatever ending they have.
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(name) || name === "" ? `x-${name}` : name;
}

/** Percent-encodes each part of a path, so that `#`, `?` and spaces in file names stay part of the path. */
export function encodePath(path: string): string {
  return path.split("/").map(encodeURIComponent).join("/");
}
