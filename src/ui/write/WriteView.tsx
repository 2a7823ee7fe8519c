import { useEffect, useState } from "react";
import { createDesk, type Desk } from "../../session/write-desk.ts";
import { sourceKey } from "../../session/write-source.ts";
import { useSession, useSessionState } from "../app/session-context.ts";
import { DraftList } from "../library/DraftList.tsx";
import { EmptyState } from "../shell/EmptyState.tsx";
import { NotOpen } from "../shell/NotOpen.tsx";
import { beginWriting } from "./begin-writing.ts";
import { Write } from "./Write.tsx";
import "../walk/player/player-in-part.css";
import "./write.css";

/** The chapter's text beside the living stage. */
export function WriteView() {
  const session = useSession();
  const kind = useSessionState(({ opened }) => opened.kind);
  const key = useSessionState(({ opened }) => sourceKey(opened));
  const [desk, setDesk] = useState<Desk | undefined>();

  useEffect(() => {
    // A draft that the desk itself has begun is still its own.
    setDesk((now) => (now && now.key() === key ? now : key === undefined ? undefined : createDesk(session)));
  }, [key, session]);
  useEffect(() => () => desk?.stop(), [desk]);

  if (kind === "none") {
    return (
      <EmptyState tone="info" title="Write a chapter">
        <p>Its text and its stage stand side by side. What you type is kept in this browser and sent nowhere.</p>
        <p className="empty-actions">
          <button type="button" className="button button-primary" onClick={() => void beginWriting(session)}>
            New chapter
          </button>
        </p>
        <DraftList />
      </EmptyState>
    );
  }
  if (kind !== "open") return <NotOpen />;
  return desk ? <Write key={desk.key() === key ? "desk" : key} desk={desk} /> : <main className="app-wait" />;
}
