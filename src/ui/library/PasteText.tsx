import { FileText } from "lucide-react";
import { type SyntheticEvent, useCallback, useId, useState } from "react";
import { useAddress } from "./use-address.ts";
import { useOpen } from "./use-open.ts";

/** A field lays out each line it holds: with more than this it holds the page up, so such a text is opened at once. */
const longest = { characters: 100_000, lines: 2_000 };

/** Text that is pasted, dragged or typed into a field, to be played. */
export function PasteText() {
  const { openText } = useOpen();
  const openAddress = useAddress();
  const [text, setText] = useState("");
  const id = useId();

  const takeLong = useCallback(
    (brought: string, event: Event | SyntheticEvent) => {
      if (!isLong(brought)) return false;
      event.preventDefault();
      openText(brought);
      return true;
    },
    [openText],
  );
  const hear = useCallback(
    (field: HTMLTextAreaElement) => {
      // React's event of this name is another.
      const onBeforeInput = (event: InputEvent) => {
        const brought = event.data ?? "";
        if (takeLong(brought, event)) return;
        // Several lines that a keyboard or a program types: Chromium would put them in one by one, each slower than the last.
        if (event.inputType !== "insertText" || !brought.includes("\n")) return;
        event.preventDefault();
        field.setRangeText(brought, field.selectionStart, field.selectionEnd, "end");
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      };
      field.addEventListener("beforeinput", onBeforeInput);
      return () => field.removeEventListener("beforeinput", onBeforeInput);
    },
    [takeLong],
  );

  return (
    <form
      className="open-form"
      onSubmit={(event) => {
        event.preventDefault();
        // Nobody means an address by itself as a chapter.
        if (/^\s*https?:\/\/\S+\s*$/i.test(text)) openAddress(text);
        else openText(text);
      }}
    >
      <label htmlFor={id}>
        <FileText size={14} aria-hidden /> Paste Markdown or Mermaid text
      </label>
      <textarea
        id={id}
        ref={hear}
        rows={4}
        spellCheck={false}
        placeholder={"sequenceDiagram\n  App->>API: GET /tasks\n  API-->>App: 200"}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onPaste={(event) => takeLong(event.clipboardData.getData("text/plain"), event)}
      />
      <button type="submit" className="button" disabled={text.trim() === ""}>
        Play it
      </button>
    </form>
  );
}

function isLong(text: string): boolean {
  return text.length >= longest.characters || text.split("\n", longest.lines + 1).length > longest.lines;
}
