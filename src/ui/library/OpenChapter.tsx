import { FileText, FolderOpen, Link2 } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { useSession } from "../app/session-context.ts";
import { readFiles } from "./read-files.ts";
import "../shared/controls.css";

/** A file, a drop, a paste or an address: all read in this page. */
export function OpenChapter() {
  const { actions } = useSession();
  const [over, setOver] = useState(false);
  const [text, setText] = useState("");
  const [url, setUrl] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const ids = { text: useId(), url: useId() };

  async function open(files: readonly File[]): Promise<void> {
    const read = await readFiles(files);
    for (const sentence of read.refused) actions.tell("warn", sentence);
    if (read.files.length > 0) await actions.openOwn(read.files);
  }

  useEffect(() => {
    // A file may be dropped anywhere on the page; without this the browser would leave the page for it.
    const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;
    function onDragOver(event: DragEvent): void {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    }
    function onDrop(event: DragEvent): void {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(false);
      void open([...(event.dataTransfer?.files ?? [])]);
    }
    function onDragLeave(event: DragEvent): void {
      if (event.relatedTarget === null) setOver(false);
    }
    window.addEventListener("dragover", onDragOver);
    window.addEventListener("drop", onDrop);
    window.addEventListener("dragleave", onDragLeave);
    return () => {
      window.removeEventListener("dragover", onDragOver);
      window.removeEventListener("drop", onDrop);
      window.removeEventListener("dragleave", onDragLeave);
    };
  });

  return (
    <section className="open" data-over={over || undefined}>
      <h2 className="library-heading">Open your own</h2>
      <p className="open-hint">
        Any Markdown with Mermaid sequence diagrams plays. It is read in this page; nothing is sent anywhere.
      </p>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept=".md,.markdown,.mmd,.mermaid,.txt,text/markdown,text/plain"
        onChange={(event) => {
          void open([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
      <button type="button" className="open-drop" onClick={() => input.current?.click()}>
        <FolderOpen size={18} strokeWidth={1.7} aria-hidden />
        <span>Open a file…</span>
        <span className="open-drop-hint">or drop one anywhere here</span>
      </button>
      <form
        className="open-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== "") void actions.openOwn([{ file: fileNameFor(text), text }]);
        }}
      >
        <label htmlFor={ids.text}>
          <FileText size={14} aria-hidden /> Paste Markdown or Mermaid text
        </label>
        <textarea
          id={ids.text}
          rows={4}
          spellCheck={false}
          placeholder={"sequenceDiagram\n  App->>API: GET /tasks\n  API-->>App: 200"}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <button type="submit" className="button" disabled={text.trim() === ""}>
          Play it
        </button>
      </form>
      <form
        className="open-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (url.trim() !== "") void actions.open({ kind: "url", url: url.trim() });
        }}
      >
        <label htmlFor={ids.url}>
          <Link2 size={14} aria-hidden /> Read from an address
        </label>
        <div className="open-url">
          <input
            id={ids.url}
            type="text"
            inputMode="url"
            spellCheck={false}
            autoComplete="off"
            placeholder="https://…/chapter.md"
            value={url}
            onChange={(event) => setUrl(event.target.value)}
          />
          <button type="submit" className="button" disabled={url.trim() === ""}>
            Open
          </button>
        </div>
      </form>
    </section>
  );
}

/** Bare Mermaid text has no heading to be named by. */
function fileNameFor(text: string): string {
  return /^\s*(%%.*\n\s*|---[\s\S]*?---\s*)*sequenceDiagram\b/.test(text) ? "pasted.mmd" : "pasted.md";
}
