import { X } from "lucide-react";
import { useEffect, useState } from "react";
import { openDraft } from "../../session/new-chapter.ts";
import type { StoredDraft } from "../../session/ports/drafts.ts";
import { useSession } from "../app/session-context.ts";
import { sayWhen } from "./say-when.ts";

/** The drafts on this device, newest first. */
export function DraftList() {
  const session = useSession();
  const { drafts } = session.ports;
  const [all, setAll] = useState<readonly StoredDraft[]>([]);
  useEffect(() => {
    void drafts.list().then(setAll);
  }, [drafts]);
  if (all.length === 0) return null;
  return (
    <section className="write-drafts">
      <h2 className="eyebrow">Your drafts</h2>
      <ul>
        {all.map((draft) => (
          <li key={draft.id}>
            <button type="button" className="link-button" onClick={() => void openDraft(session, draft)}>
              {draft.title}
            </button>
            <span>{sayWhen(draft.changed, drafts.now())}</span>
            <button
              type="button"
              className="icon-button"
              aria-label={`Delete the draft ${draft.title}`}
              onClick={() => {
                if (!window.confirm(`Delete the draft “${draft.title}” and its versions for good?`)) return;
                void drafts.remove(draft.id).then(() => setAll(all.filter(({ id }) => id !== draft.id)));
              }}
            >
              <X size={14} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
