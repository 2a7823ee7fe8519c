import { AlignLeft, Copy, Download, FilePlus2, History, PenLine, Redo2, Search, Undo2, WrapText } from "lucide-react";
import type { ReactNode } from "react";
import { useStore } from "zustand";
import { useShallow } from "zustand/react/shallow";
import type { Desk } from "../../session/write-desk.ts";
import { snippets } from "../../session/write-text.ts";
import { useSession } from "../app/session-context.ts";
import { beginWriting } from "./begin-writing.ts";
import type { TextDeeds } from "./use-text-deeds.ts";

/** Which of the halves are in view. */
export type Shown = "text" | "both" | "stage";

interface WriteBarProps {
  readonly desk: Desk;
  readonly deeds: TextDeeds;
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
  readonly isNarrow: boolean;
  readonly notes: boolean;
  readonly onNotes: (on: boolean) => void;
}

/** Everything that can be done with the text, by mouse; keys are named in the buttons' titles. */
export function WriteBar({ desk, deeds, shown, onShow, isNarrow, notes, onNotes }: WriteBarProps) {
  const session = useSession();
  // Their texts change with every keystroke, their names do not.
  const names = useStore(
    desk.store,
    useShallow(({ files }) => files.map((each) => each.file)),
  );
  const file = useStore(desk.store, (state) => state.file);
  const draft = useStore(desk.store, (state) => state.draft);
  const readOnly = useStore(desk.store, (state) => state.hand !== "mine");
  const choices: readonly Shown[] = isNarrow ? ["text", "stage"] : ["text", "both", "stage"];
  return (
    <div className="write-bar">
      <fieldset className="write-tools" aria-label="Text">
        <button type="button" className="button" onClick={() => void beginWriting(session)}>
          <FilePlus2 size={14} aria-hidden />{" "}
          <span className={isNarrow ? "visually-hidden" : undefined}>New chapter</span>
        </button>
        {names.length > 1 && (
          <select aria-label="File" value={file} onChange={(event) => desk.pickFile(event.target.value)}>
            {names.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        )}
        <select
          aria-label="Insert"
          value=""
          disabled={readOnly}
          onChange={(event) => {
            const found = snippets.find(({ name }) => name === event.target.value);
            if (found) deeds.insert(found);
          }}
        >
          <option value="" disabled>
            Insert…
          </option>
          {snippets.map(({ name, detail }) => (
            <option key={name} value={name}>
              {name}: {detail}
            </option>
          ))}
        </select>
        <Tool label="Undo" keys="Ctrl+Z" onClick={deeds.undo} off={readOnly}>
          <Undo2 size={15} aria-hidden />
        </Tool>
        <Tool label="Redo" keys="Ctrl+Y" onClick={deeds.redo} off={readOnly}>
          <Redo2 size={15} aria-hidden />
        </Tool>
        <Tool label="Find in the text" keys="Ctrl+F" onClick={deeds.find}>
          <Search size={15} aria-hidden />
        </Tool>
        <Tool label="Rename a participant" keys="F2" onClick={deeds.askName} off={readOnly}>
          <PenLine size={15} aria-hidden />
        </Tool>
        <Tool label="Format" keys="Shift+Alt+F" onClick={deeds.format} off={readOnly}>
          <AlignLeft size={15} aria-hidden />
        </Tool>
        <Tool label="Wrap long lines" pressed={deeds.wrap} onClick={deeds.toggleWrap}>
          <WrapText size={15} aria-hidden />
        </Tool>
        <Tool label="Versions" onClick={() => deeds.showVersions(true)} off={draft === undefined}>
          <History size={15} aria-hidden />
        </Tool>
        <Tool label="Copy all" onClick={() => void deeds.copyAll()}>
          <Copy size={15} aria-hidden />
        </Tool>
        <Tool label="Download" onClick={deeds.download}>
          <Download size={15} aria-hidden />
        </Tool>
      </fieldset>
      <div className="write-shown">
        {shown !== "text" && (
          <button type="button" className="button" aria-pressed={notes} onClick={() => onNotes(!notes)}>
            Notes
          </button>
        )}
        <fieldset className="segmented" aria-label="What is shown">
          {choices.map((choice) => (
            <button key={choice} type="button" aria-pressed={shown === choice} onClick={() => onShow(choice)}>
              {choice === "both" ? "Both" : choice === "text" ? "Text" : "Stage"}
            </button>
          ))}
        </fieldset>
      </div>
    </div>
  );
}

interface ToolProps {
  readonly label: string;
  readonly keys?: string;
  readonly pressed?: boolean;
  readonly off?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function Tool({ label, keys, pressed, off, onClick, children }: ToolProps) {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      title={keys ? `${label} (${keys})` : label}
      aria-pressed={pressed}
      disabled={off}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
