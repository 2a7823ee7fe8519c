import { useEffect, useState } from "react";
import type { DraftVersion } from "../../session/ports/drafts.ts";
import type { Desk } from "../../session/write-desk.ts";
import { useSession } from "../app/session-context.ts";
import { Dialog } from "../shared/Dialog.tsx";
import { sayWhen } from "../shared/say-when.ts";

interface VersionsDialogProps {
  readonly desk: Desk;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The draft's versions: look at one, and go back to it. Going back makes a version too, so it can be undone. */
export function VersionsDialog({ desk, open, onClose }: VersionsDialogProps) {
  const { drafts } = useSession().ports;
  const [versions, setVersions] = useState<readonly DraftVersion[]>([]);
  const [picked, setPicked] = useState<DraftVersion | undefined>();
  useEffect(() => {
    if (!open) return;
    setPicked(undefined);
    void desk.versions().then(setVersions);
  }, [open, desk]);
  const { file } = desk.store.getState();
  const text = picked?.files.find((each) => each.file === file)?.text ?? picked?.files[0]?.text;
  return (
    <Dialog open={open} title="Versions" onClose={onClose}>
      {versions.length === 0 ? (
        <p>There are none yet. One is made when the draft begins, while you write, and before larger changes.</p>
      ) : (
        <ul className="write-versions">
          {versions.map((version) => (
            <li key={version.id}>
              <button
                type="button"
                className="button"
                aria-pressed={version === picked}
                onClick={() => setPicked(version)}
              >
                {sayWhen(version.at, drafts.now())} · {version.why}
              </button>
            </li>
          ))}
        </ul>
      )}
      {picked && text !== undefined && (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
          <pre className="write-version" tabIndex={0}>
            {text.slice(0, 20_000)}
          </pre>
          <button
            type="button"
            className="button button-primary"
            onClick={() => {
              void desk.restore(picked, `Back to the version of ${sayWhen(picked.at, drafts.now())}`);
              onClose();
            }}
          >
            Go back to this version
          </button>
        </>
      )}
    </Dialog>
  );
}
