import { useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import type { Desk } from "../../session/write-desk.ts";
import { useSession } from "../app/session-context.ts";
import { narrow, useMedia } from "../shared/use-media.ts";
import { ViewHeading } from "../shell/ViewHeading.tsx";
import { takeBegun } from "./begin-writing.ts";
import { RenameDialog } from "./RenameDialog.tsx";
import { StageHalf } from "./StageHalf.tsx";
import { useEditor } from "./use-editor.ts";
import { onOff, useKept } from "./use-kept.ts";
import { useTextDeeds } from "./use-text-deeds.ts";
import { VersionsDialog } from "./VersionsDialog.tsx";
import { WriteBanner } from "./WriteBanner.tsx";
import { type Shown, WriteBar } from "./WriteBar.tsx";
import { WriteSplitter } from "./WriteSplitter.tsx";
import { WriteStatus } from "./WriteStatus.tsx";

/**
 * Text and stage, side by side or, on a phone, one after the other. Looks at nothing that changes with a keystroke: only
 * the stage is drawn anew for it.
 */
export function Write({ desk }: { readonly desk: Desk }) {
  const session = useSession();
  const { ports } = session;
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
  const isReady = useStore(desk.store, ({ ready }) => ready);
  useEffect(() => {
    // On a phone the keyboard would cover what is to be read first.
    if (editor && isReady && takeBegun(session) && !isNarrow) editor.view.focus();
  }, [editor, isReady, session, isNarrow]);
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
      <WriteBanner desk={desk} onDownload={deeds.download} onMine={deeds.goOn} />
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
          <StageHalf desk={desk} notes={notes === "on"} onGoToLine={deeds.goToLine} onNote={deeds.goToNote} />
        )}
      </div>
      {deeds.naming && <RenameDialog {...deeds.naming} deeds={deeds} />}
      <VersionsDialog desk={desk} open={deeds.versions} onClose={() => deeds.showVersions(false)} />
    </main>
  );
}
