import { useSession, useSessionState } from "../app/session-context.ts";
import "./carried-banner.css";

/** Says that the chapter on screen came inside the link and is kept nowhere, until the reader keeps a copy. */
export function CarriedBanner() {
  const { actions } = useSession();
  const view = useSessionState((state) => state.view);
  return (
    <aside className="carried-banner" aria-label="Where this chapter is from">
      <span>
        This chapter came inside the link, to be read. It is not kept in this browser, and nothing of it was sent
        anywhere.
      </span>
      {view !== "write" && (
        <button type="button" className="button" onClick={() => void actions.keepCopy("write")}>
          Edit a copy
        </button>
      )}
      <button type="button" className="button" onClick={() => void actions.keepCopy()}>
        Keep a copy
      </button>
    </aside>
  );
}
