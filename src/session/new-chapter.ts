import type { Session } from "./create-session.ts";
import type { StoredDraft } from "./ports/drafts.ts";

/** Begins a chapter from a text, as a draft of its own, and shows it where it can be written. */
export async function beginChapter({ ports, actions }: Session, text: string, file = "new-chapter.md"): Promise<void> {
  const { drafts } = ports;
  const id = drafts.newId("new-chapter");
  const files = [{ file, text }];
  await drafts.write({ id, title: "New chapter", files, file, changed: drafts.now() });
  await actions.open({ kind: "own", chapter: id, files }, undefined, "write");
}

/** Goes on with a draft that is kept on this device. */
export function openDraft({ actions }: Session, draft: StoredDraft): Promise<void> {
  return actions.open({ kind: "own", chapter: draft.id, files: draft.files, from: draft.from }, undefined, "write");
}
