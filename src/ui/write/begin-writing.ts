import type { Session } from "../../session/create-session.ts";
import { beginChapter } from "../../session/new-chapter.ts";
import { template } from "../../session/write-text.ts";

/** The sessions in which a new chapter is on its way. */
const begun = new WeakSet<Session>();

/** Begins a chapter from the template; the text has the focus once it is there. */
export function beginWriting(session: Session): Promise<void> {
  begun.add(session);
  return beginChapter(session, template);
}

/** Whether a chapter was begun just now; true once. */
export function takeBegun(session: Session): boolean {
  return begun.delete(session);
}
