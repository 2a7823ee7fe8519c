import { CircleAlert, Info, TriangleAlert, X } from "lucide-react";
import { useSession, useSessionState } from "../app/session-context.ts";
import "./notices.css";

const icons = { info: Info, warn: TriangleAlert, bad: CircleAlert };

/** What the reader should know: parts of a link that were left out, settings that could not be kept. */
export function Notices() {
  const { actions } = useSession();
  const notices = useSessionState((state) => state.notices);
  return (
    <ul className="notices" aria-label="Messages" aria-live="polite">
      {notices.map(({ id, tone, text }) => {
        const Icon = icons[tone];
        return (
          <li key={id} className="notices-item" data-tone={tone}>
            <Icon size={16} aria-hidden />
            <span>{text}</span>
            <button type="button" className="icon-button" aria-label="Dismiss" onClick={() => actions.dismiss(id)}>
              <X size={14} aria-hidden />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
