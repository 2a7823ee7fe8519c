import type { ChapterId } from "../model/ids.ts";
import { dropRepeats, textOfAll } from "./drop-repeats.ts";
import type { Drafts, DraftVersion } from "./ports/drafts.ts";
import type { OpenedFile } from "./ports/reader.ts";
import { thinVersions } from "./thin-versions.ts";

/** While someone writes, a version is made at least this often, ms. */
const often = 3 * 60_000;

/** Makes a draft's versions at sensible moments and thins them as they age. */
export function createHistory(drafts: Drafts) {
  let last = 0;
  let lastOf: ChapterId | undefined;
  let lastText: string | undefined;
  let count = 0;

  async function take(draft: ChapterId, files: readonly OpenedFile[], why: string): Promise<void> {
    const text = textOfAll(files);
    if (draft === lastOf && text === lastText) return;
    lastOf = draft;
    lastText = text;
    last = drafts.now();
    count += 1;
    await drafts.addVersion({ id: `${draft}@${last}-${count}`, draft, at: last, why, files });
    // Only then is it looked at what is there: a page that dies meanwhile would lose the version.
    const all = await drafts.versions(draft);
    const kept = dropRepeats(all);
    const gone = [...all.filter((version) => !kept.includes(version)), ...thinVersions(kept, drafts.now())];
    if (gone.length > 0) await drafts.removeVersions(gone.map(({ id }) => id));
  }

  return {
    take,
    /** The draft's versions, the newest first. */
    list: async (draft: ChapterId): Promise<readonly DraftVersion[]> => dropRepeats(await drafts.versions(draft)),
    /** After a change: makes a version when the last one is old enough. */
    during(draft: ChapterId, files: readonly OpenedFile[]): void {
      if (drafts.now() - last >= often) void take(draft, files, "While writing");
    },
    /** Goes on where an earlier visit left off: what its last version holds needs no other one. */
    async begin(draft: ChapterId): Promise<void> {
      last = drafts.now();
      const [newest] = await drafts.versions(draft);
      lastOf = draft;
      if (newest) lastText = textOfAll(newest.files);
    },
  };
}
