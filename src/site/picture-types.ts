/** The pictures that a site brings, and what each is for a browser; by the ending, lower case and with its dot. */
const pictureTypes: Readonly<Record<string, string>> = {
  ".avif": "image/avif",
  ".bmp": "image/bmp",
  ".gif": "image/gif",
  ".jpeg": "image/jpeg",
  ".jpg": "image/jpeg",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".webp": "image/webp",
};

/** Undefined for a file that is no picture. */
export function pictureType(path: string): string | undefined {
  const ending = /\.[a-z]+$/i.exec(path)?.[0].toLowerCase() ?? "";
  return Object.hasOwn(pictureTypes, ending) ? pictureTypes[ending] : undefined;
}
