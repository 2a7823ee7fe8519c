import { useEffect, useId, useState } from "react";
import { Dialog } from "../shared/Dialog.tsx";

interface RenameDialogProps {
  readonly open: boolean;
  /** The ids there are. */
  readonly ids: readonly string[];
  /** The one at the cursor. */
  readonly first: string | undefined;
  /** Undefined when it was done, else why not. */
  readonly onRename: (from: string, to: string) => Promise<string | undefined>;
  readonly onClose: () => void;
}

/** Gives a participant another name everywhere in the chapter. */
export function RenameDialog({ open, ids, first, onRename, onClose }: RenameDialogProps) {
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const [refused, setRefused] = useState("");
  const name = { from: useId(), to: useId() };
  useEffect(() => {
    if (!open) return;
    const start = first ?? ids[0] ?? "";
    setFrom(start);
    setTo(start);
    setRefused("");
  }, [open, first, ids]);
  return (
    <Dialog open={open} title="Rename a participant" onClose={onClose}>
      <form
        className="write-form"
        onSubmit={(event) => {
          event.preventDefault();
          void onRename(from, to.trim()).then((why) => (why === undefined ? onClose() : setRefused(why)));
        }}
      >
        <label htmlFor={name.from}>Participant</label>
        <select id={name.from} value={from} onChange={(event) => setFrom(event.target.value)}>
          {ids.map((id) => (
            <option key={id}>{id}</option>
          ))}
        </select>
        <label htmlFor={name.to}>New name</label>
        <input id={name.to} type="text" value={to} autoComplete="off" onChange={(event) => setTo(event.target.value)} />
        <p className="write-hint">In every diagram, in @same-as, and in the front matter. Labels stay.</p>
        {refused && (
          <p className="write-refused" role="alert">
            {refused}
          </p>
        )}
        <button type="submit" className="button button-primary" disabled={to.trim() === "" || to.trim() === from}>
          Rename
        </button>
      </form>
    </Dialog>
  );
}
