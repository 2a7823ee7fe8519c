import { X } from "lucide-react";
import { useState } from "react";
import { encodeLink } from "../../session/link/encode-link.ts";
import { emptyLink } from "../../session/link/link.ts";
import { forgetOwn, listOwn } from "../../session/own-chapters.ts";
import { useSession } from "../app/session-context.ts";

/** Chapters opened before, kept in this browser only. */
export function OwnChapters() {
  const { ports, actions } = useSession();
  const [ids, setIds] = useState(() => listOwn(ports.storage));
  if (ids.length === 0) return null;
  return (
    <section className="own">
      <h2 className="library-heading">Opened before</h2>
      <ul className="own-list">
        {ids.map((id) => {
          const link = { ...emptyLink, chapter: id };
          const name = id.replace(/^own\//, "");
          return (
            <li key={id}>
              <a
                href={encodeLink(link)}
                onClick={(event) => {
                  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                  event.preventDefault();
                  void actions.openLink(link);
                }}
              >
                {name}
              </a>
              <button
                type="button"
                className="icon-button"
                aria-label={`Forget ${name}`}
                onClick={() => {
                  forgetOwn(ports.storage, id);
                  setIds(listOwn(ports.storage));
                }}
              >
                <X size={14} aria-hidden />
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
