import type { ChapterId } from "../model/ids.ts";
import type { Drafts } from "./ports/drafts.ts";
import type { OpenedFile } from "./ports/reader.ts";
import { thinVersions } from "./thin-versions.ts";

/** While someone writes, a version is made at least this often, ms. */
const often = 3 * 60_000;

/** Makes a draft's versions at sensible moments and thins them as they age. */
export function createHistory(drafts: Drafts) {
  let last = 0;
  let lastText: string | undefined;
  let count = 0;
  const textOf = (files: readonly OpenedFile[]): string => files.map(({ text }) => text).join("\0");

  async function take(draft: ChapterId, files: readonly OpenedFile[], why: string): Promise<void> {
    const text = textOf(files);
    if (text === lastText) return;
    lastText = text;
    last = drafts.now();
    count += 1;
    await drafts.addVersion({ id: `${draft}@${last}-${count}`, draft, at: last, why, files });
    const gone = thinVersions(await drafts.versions(draft), drafts.now());
    if (gone.length > 0) await drafts.removeVersions(gone.map(({ id }) => id));
  }

  return {
    take,
    /** After a change: makes a version when the last one is old enough. */
    during(draft: ChapterId, files: readonly OpenedFile[]): void {
      if (drafts.now() - last >= often) void take(draft, files, "While writing");
    },
    /** Goes on where an earlier visit left off: what its last version holds needs no other one. */
    async begin(draft: ChapterId): Promise<void> {
      last = drafts.now();
      const [newest] = await drafts.versions(draft);
      if (newest) lastText = textOf(newest.files);
    },
  };
}
