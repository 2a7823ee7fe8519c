import { X } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { encodeLink } from "../../session/link/encode-link.ts";
import { emptyLink } from "../../session/link/link.ts";
import { openDraft } from "../../session/new-chapter.ts";
import type { StoredDraft } from "../../session/ports/drafts.ts";
import { useSession } from "../app/session-context.ts";
import { onPlainClick } from "../shared/on-plain-click.ts";
import { sayWhen } from "../shared/say-when.ts";
import "./library-aside.css";

/** The drafts on this device, newest first. */
export function DraftList() {
  const session = useSession();
  const heading = useId();
  const begin = useRef<HTMLHeadingElement>(null);
  const { drafts } = session.ports;
  const [all, setAll] = useState<readonly StoredDraft[]>([]);
  useEffect(() => {
    let gone = false;
    void drafts.list().then((found) => gone || setAll(found));
    return () => {
      gone = true;
    };
  }, [drafts]);
  if (all.length === 0) return null;
  return (
    <section className="own" aria-labelledby={heading}>
      <h2 id={heading} className="library-heading" ref={begin} tabIndex={-1}>
        Your drafts
      </h2>
      <ul className="own-list">
        {all.map((draft) => (
          <li key={draft.id}>
            <span>
              <a
                href={encodeLink({ ...emptyLink, chapter: draft.id, view: "write" })}
                onClick={onPlainClick(() => openDraft(session, draft))}
              >
                {draft.title}
              </a>{" "}
              <span className="own-when">{sayWhen(draft.changed, drafts.now())}</span>
            </span>
            <button
              type="button"
              className="icon-button"
              aria-label={`Delete the draft ${draft.title}`}
              onClick={() => {
                if (!window.confirm(`Delete the draft “${draft.title}” and its versions for good?`)) return;
                // The button goes away with its draft.
                begin.current?.focus();
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
