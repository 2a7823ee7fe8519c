import { useStore } from "zustand";
import { openDraft } from "../../session/new-chapter.ts";
import type { Desk } from "../../session/write-desk.ts";
import { useSession } from "../app/session-context.ts";
import { sayWhen } from "../shared/say-when.ts";

interface WriteBannerProps {
  readonly desk: Desk;
  readonly onDownload: () => void;
  /** The text may be written from now on: the button that was pressed for it goes away. */
  readonly onMine: () => void;
}

/** What the writer has to know or decide about where the text is kept. */
export function WriteBanner({ desk, onDownload, onMine }: WriteBannerProps) {
  const session = useSession();
  const hand = useStore(desk.store, (state) => state.hand);
  const kept = useStore(desk.store, (state) => state.kept);
  const others = useStore(desk.store, (state) => state.others);
  if (hand === "elsewhere" || hand === "taken") {
    return (
      <div className="write-banner" role="status">
        <p>
          {hand === "elsewhere"
            ? "This draft is open in another tab. Here it follows what is typed there, and is yours to write once that tab is closed."
            : "Another tab has taken this draft over. Here it can only be read until that tab is closed."}
        </p>
        <button type="button" className="button" onClick={() => void desk.takeOver().then(onMine)}>
          Take over
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            desk.copy();
            onMine();
          }}
        >
          Make a copy
        </button>
      </div>
    );
  }
  if (kept === "memory") {
    return (
      <div className="write-banner" data-tone="bad" role="alert">
        <p>This browser has no room for your text: it is lost when the page is closed. Download it before.</p>
        <button type="button" className="button" onClick={onDownload}>
          Download
        </button>
      </div>
    );
  }
  const [other] = others;
  if (!other) return null;
  return (
    <div className="write-banner" role="status">
      <p>
        You have a draft of this chapter, last changed {sayWhen(other.changed, session.ports.drafts.now())}. Typing here
        begins another one.
      </p>
      <button type="button" className="button" onClick={() => void openDraft(session, other)}>
        Go on with the draft
      </button>
    </div>
  );
}
