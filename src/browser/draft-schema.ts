import * as v from "valibot";
import type { DraftVersion, StoredDraft } from "../session/ports/drafts.ts";

const time = v.pipe(v.number(), v.finite());
const form = { lineEnd: v.optional(v.string()), mark: v.optional(v.string()) };
const files = v.pipe(v.array(v.object({ file: v.string(), text: v.string(), ...form })), v.minLength(1));

const draftSchema = v.pipe(
  v.object({
    id: v.string(),
    title: v.string(),
    origin: v.optional(v.string()),
    from: v.optional(
      v.union([
        v.object({ kind: v.picklist(["url"]), url: v.string() }),
        v.object({ kind: v.picklist(["shipped"]), chapter: v.string() }),
      ]),
    ),
    files,
    file: v.string(),
    changed: time,
  }),
  v.check((draft) => draft.files.some(({ file }) => file === draft.file)),
);

const versionSchema = v.object({ id: v.string(), draft: v.string(), at: time, why: v.string(), files });

/** Whether a record is a draft of the form that this page reads; the file that was edited is one of its own. */
export function isDraft(record: unknown): record is StoredDraft {
  return v.is(draftSchema, record);
}

export function isVersion(record: unknown): record is DraftVersion {
  return v.is(versionSchema, record);
}
