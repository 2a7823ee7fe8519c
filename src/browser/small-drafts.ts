import type { StoredDraft } from "../session/ports/drafts.ts";
import { isDraft } from "./draft-schema.ts";
import { createStoreBox } from "./store-box.ts";

/** Drafts in local storage, for when the database refuses. What cannot be read there counts as never written. */
export function createSmallDrafts() {
  const box = createStoreBox("hopwise/draft-copy/");
  function read(id: string): StoredDraft | undefined {
    try {
      const found: unknown = JSON.parse(box.get(id) ?? "null");
      return isDraft(found) && found.id === id ? found : undefined;
    } catch {
      return undefined;
    }
  }
  return {
    read,
    list: (): readonly StoredDraft[] => box.keys().flatMap((id) => read(id) ?? []),
    write: (draft: StoredDraft): boolean => box.set(draft.id, JSON.stringify(draft)),
    remove: (id: string): void => box.remove(id),
  };
}
