import type { ChapterId } from "../model/ids.ts";

/** Links to a draft begin so; it is only in the browser where it was written. */
export function isDraft(id: ChapterId): boolean {
  return id.startsWith("draft/");
}
