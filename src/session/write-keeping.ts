import type { ChapterId } from "../model/ids.ts";
import type { Clock } from "./ports/clock.ts";
import type { Drafts, Kept, StoredDraft } from "./ports/drafts.ts";

/** How long the database waits after a keystroke, ms: until the keystroke is painted. */
const painted = 40;

/**
 * Keeps a draft's states on the device: each is jotted down with the keystroke, and the newest goes into the database
 * once that is painted, one at a time. What it gives back resolves when all of them are there.
 */
export function createKeeping(clock: Clock, drafts: Drafts, onKept: (draft: StoredDraft, kept: Kept) => void) {
  const waiting = new Map<ChapterId, StoredDraft>();
  let writing: Promise<void> | undefined;

  async function writeAll(): Promise<void> {
    for (const id of waiting.keys()) {
      await new Promise<void>((resolve) => clock.after(painted, resolve));
      const draft = waiting.get(id);
      waiting.delete(id);
      if (draft) onKept(draft, await drafts.write(draft));
    }
    writing = undefined;
  }

  return (draft: StoredDraft): Promise<void> => {
    drafts.jot(draft);
    waiting.set(draft.id, draft);
    writing ??= writeAll();
    return writing;
  };
}
