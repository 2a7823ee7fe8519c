import { Copy, Download, Play, Plus } from "lucide-react";
import { useState } from "react";
import {
  type Recording,
  readRecording,
  recordHere,
  recordingFile,
  writeRecording,
} from "../../session/recorded-moments.ts";
import { useSession, useSessionState } from "../app/session-context.ts";
import { MomentFields } from "./MomentFields.tsx";
import "./moments-export.css";

/** What the reader looks at, recorded moment by moment and told in their words: played again, or taken away as Markdown. */
export function MomentsExport({ onClose }: { readonly onClose: () => void }) {
  const session = useSession();
  const { ports, actions } = session;
  const own = useSessionState(({ opened }) => opened.kind === "open" && opened.source.kind === "own");
  const [recording, setRecording] = useState(() => readRecording(ports.storage));
  const [before, setBefore] = useState<Recording>();
  const [said, setSaid] = useState("");
  const { title, moments } = recording;

  function keep(next: Recording, undo?: Recording) {
    setRecording(next);
    setBefore(undo);
    setSaid(writeRecording(ports.storage, next) ? "" : "This browser keeps nothing: save the Markdown before you go.");
  }
  function add() {
    const added = recordHere(session);
    if (!added) return;
    setRecording(readRecording(ports.storage));
    setBefore(undefined);
    setSaid(added.kept ? `Moment ${added.count} is recorded.` : "This browser does not let the page keep moments.");
  }
  const file = () => recordingFile(recording, ports.address.absolute);
  async function copy() {
    const done = await ports.clipboard.write(file().content);
    setSaid(done ? "Markdown copied." : "The browser did not allow copying; download it instead.");
  }
  function play() {
    onClose();
    const { name, content } = file();
    void actions.openOwn([{ file: name, text: content }]);
  }

  return (
    <section className="share-section" aria-labelledby="share-moments">
      <h3 className="eyebrow" id="share-moments">
        Walkthrough
      </h3>
      <p className="share-says">
        Record what you look at, moment by moment, and tell it: an incident review that plays. <kbd>M</kbd> adds a
        moment at any time.
      </p>
      <div className="share-row">
        <button type="button" className="button" onClick={add}>
          <Plus size={14} aria-hidden /> Add this moment
        </button>
        {moments.length > 0 && (
          <>
            <button type="button" className="button" onClick={play}>
              <Play size={14} aria-hidden /> Play
            </button>
            <button type="button" className="button" onClick={() => void copy()}>
              <Copy size={14} aria-hidden /> Copy
            </button>
            <button type="button" className="button" onClick={() => ports.saver.save(file())}>
              <Download size={14} aria-hidden /> Markdown
            </button>
          </>
        )}
      </div>
      {moments.length > 0 && (
        <>
          <label className="moments-name">
            Title
            <input
              value={title}
              placeholder="A walkthrough"
              onChange={(event) => keep({ ...recording, title: event.target.value })}
            />
          </label>
          <ol className="moments-list">
            {moments.map((moment, at) => (
              <MomentFields
                // biome-ignore lint/suspicious/noArrayIndexKey: two moments may be equal; their place tells them apart.
                key={at}
                moment={moment}
                n={at + 1}
                last={moments.length}
                onChange={(next) => keep({ title, moments: moments.with(at, next) })}
                onMove={(by) => keep({ title, moments: moved(moments, at, by) })}
                onRemove={() => keep({ title, moments: moments.toSpliced(at, 1) }, recording)}
              />
            ))}
          </ol>
          <p className="share-says">
            {own && "Links to a chapter of your own open in this browser alone; give others the chapter too. "}
            <button type="button" className="link-button" onClick={() => keep({ title: "", moments: [] }, recording)}>
              Start over
            </button>
          </p>
        </>
      )}
      <p className="share-says" role="status">
        {said}
        {before && (
          <>
            Removed.{" "}
            <button type="button" className="link-button" onClick={() => keep(before)}>
              Undo
            </button>
          </>
        )}
      </p>
    </section>
  );
}

function moved<Item>(items: readonly Item[], at: number, by: 1 | -1): readonly Item[] {
  const item = items[at];
  return item === undefined ? items : items.toSpliced(at, 1).toSpliced(at + by, 0, item);
}
