import type { DraftVersion } from "./ports/drafts.ts";
import type { OpenedFile } from "./ports/reader.ts";

/** What versions are compared by. */
export const textOfAll = (files: readonly OpenedFile[]): string => files.map(({ text }) => text).join("\0");

/**
 * Versions, the newest first, without those that hold what the one before them holds: another tab, or a visit that ended
 * as this one began, may have made one of the same text. The one that had it first stays.
 */
export function dropRepeats(versions: readonly DraftVersion[]): readonly DraftVersion[] {
  const texts = versions.map(({ files }) => textOfAll(files));
  return versions.filter((_, at) => texts[at] !== texts[at + 1]);
}
