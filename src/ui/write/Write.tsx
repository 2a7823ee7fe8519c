import { useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import type { Desk } from "../../session/write-desk.ts";
import { useSession, useSessionState } from "../app/session-context.ts";
import { Coded } from "../shared/Coded.tsx";
import { narrow, useMedia } from "../shared/use-media.ts";
import { ViewHeading } from "../shell/ViewHeading.tsx";
import { RenameDialog } from "./RenameDialog.tsx";
import { useEditor } from "./use-editor.ts";
import { onOff, useKept } from "./use-kept.ts";
import { useTextDeeds } from "./use-text-deeds.ts";
import { VersionsDialog } from "./VersionsDialog.tsx";
import { WriteBanner } from "./WriteBanner.tsx";
import { type Shown, WriteBar } from "./WriteBar.tsx";
import { WriteSplitter } from "./WriteSplitter.tsx";
import { WriteStage } from "./WriteStage.tsx";
import { WriteStatus } from "./WriteStatus.tsx";

/** Text and stage, side by side or, on a phone, one after the other. */
export function Write({ desk }: { readonly desk: Desk }) {
  const { results, ports } = useSession();
  const playable = useSessionState(results.playable);
  const broken = useStore(desk.store, (state) => state.broken);
  const isNarrow = useMedia(narrow);
  const host = useRef<HTMLDivElement>(null);
  const [wide, setWide] = useKept<Shown>("shown", ["text", "both", "stage"], "both");
  // One half at a time is no arrangement but a glance: a phone begins with the text.
  const [half, setHalf] = useState<Shown>("text");
  const [notes, setNotes] = useKept("notes", onOff, "off");
  const [split, setSplit] = useState(() => Number(ports.storage.get("write/split")) || 50);
  const deeds = useTextDeeds(desk);
  const editor = useEditor(desk, host, { rename: deeds.askName, format: deeds.format });
  deeds.editor.current = editor;
  useEffect(() => editor?.setWrap(deeds.wrap), [editor, deeds.wrap]);
  const show = isNarrow ? half : wide;

  return (
    <main className="write" data-shown={show}>
      <ViewHeading className="visually-hidden">Write</ViewHeading>
      <WriteBar
        desk={desk}
        deeds={deeds}
        shown={show}
        onShow={isNarrow ? setHalf : setWide}
        isNarrow={isNarrow}
        notes={notes === "on"}
        onNotes={(on) => setNotes(on ? "on" : "off")}
      />
      <WriteBanner desk={desk} onDownload={deeds.download} />
      <div className="write-halves">
        <section
          className="write-text"
          aria-label="Text"
          style={show === "both" ? { flexBasis: `${split}%` } : undefined}
          hidden={show === "stage"}
        >
          <div className="write-editor" ref={host} />
          <WriteStatus desk={desk} onNextProblem={deeds.nextProblem} />
        </section>
        {show === "both" && (
          <WriteSplitter
            value={split}
            onChange={(value) => {
              setSplit(value);
              ports.storage.set("write/split", String(value));
            }}
          />
        )}
        {show !== "text" && (
          <div className="write-stage" data-broken={broken !== undefined || undefined}>
            {broken && (
              <p className="write-broken" role="status">
                <span>
                  The stage shows the last text that could be read. Line {broken.line}: <Coded>{broken.message}</Coded>
                </span>
                <button type="button" className="button" onClick={() => deeds.goToLine(broken.line)}>
                  Go to line {broken.line}
                </button>
              </p>
            )}
            {playable ? (
              <WriteStage playable={playable} notes={notes === "on"} />
            ) : (
              <p className="write-nothing">There is nothing to play yet. A diagram with one arrow is enough.</p>
            )}
          </div>
        )}
      </div>
      {deeds.naming && <RenameDialog {...deeds.naming} deeds={deeds} />}
      <VersionsDialog desk={desk} open={deeds.versions} onClose={() => deeds.showVersions(false)} />
    </main>
  );
}
