/** How a text is written down, by the byte order mark in front of it; UTF-8 without one. */
export function encodingOf([a, b]: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (a === 0xff && b === 0xfe) return "utf-16le";
  return a === 0xfe && b === 0xff ? "utf-16be" : "utf-8";
}
