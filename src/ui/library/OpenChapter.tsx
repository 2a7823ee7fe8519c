import { FolderOpen, Link2 } from "lucide-react";
import { useId, useRef, useState } from "react";
import { useSession } from "../app/session-context.ts";
import { PasteText } from "./PasteText.tsx";
import { readableIn } from "./read-drop.ts";
import { useAddress } from "./use-address.ts";
import { useOpen } from "./use-open.ts";
import "../shared/buttons.css";
import "../shared/controls.css";

/** Files, a folder, a paste, an address, or a chapter that is yet to be written: all read in this page. Drops are heard wherever they fall. */
export function OpenChapter() {
  const session = useSession();
  const { openFiles } = useOpen();
  const openAddress = useAddress();
  const [url, setUrl] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const urlId = useId();

  return (
    <section className="open">
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
          void openFiles([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
      <button type="button" className="open-drop" onClick={() => input.current?.click()}>
        <FolderOpen size={18} strokeWidth={1.7} aria-hidden />
        <span>Open files…</span>
        <span className="open-drop-hint">or drop them, or a folder, anywhere here</span>
      </button>
      <input
        ref={folder}
        type="file"
        hidden
        data-folder="true"
        {...{ webkitdirectory: "" }}
        onChange={(event) => {
          void openFiles(readableIn([...(event.target.files ?? [])]));
          event.target.value = "";
        }}
      />
      <button type="button" className="link-button open-folder" onClick={() => folder.current?.click()}>
        Open a folder as a library…
      </button>
      <button
        type="button"
        className="link-button open-folder"
        onClick={async () => {
          const { beginWriting } = await import("../write/begin-writing.ts");
          await beginWriting(session);
        }}
      >
        Write a new chapter
      </button>
      <PasteText />
      <form
        className="open-form"
        onSubmit={(event) => {
          event.preventDefault();
          openAddress(url);
        }}
      >
        <label htmlFor={urlId}>
          <Link2 size={14} aria-hidden /> Read from an address
        </label>
        <div className="open-url">
          <input
            id={urlId}
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
