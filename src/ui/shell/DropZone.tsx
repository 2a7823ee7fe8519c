import { FolderOpen } from "lucide-react";
import { useEffect, useState } from "react";
import { useSession } from "../app/session-context.ts";
import { readDrop } from "../library/read-drop.ts";
import { looksLikeChapter, useOpen } from "../library/use-open.ts";
import "./drop-zone.css";

/**
 * Whatever is dropped anywhere on the page, or pasted where nothing is being typed, is opened as a chapter. Without
 * this the browser would leave the page for a dropped file. Heard before anyone else: an editor would take the file's
 * text for its own.
 */
export function DropZone() {
  const { actions } = useSession();
  const { openFiles, openText } = useOpen();
  const [over, setOver] = useState(false);

  useEffect(() => {
    function onDragOver(event: DragEvent): void {
      if (!isForUs(event)) return;
      event.preventDefault();
      setOver(true);
    }
    async function onDrop(event: DragEvent): Promise<void> {
      if (!isForUs(event) || !event.dataTransfer) return;
      event.preventDefault();
      event.stopPropagation();
      setOver(false);
      const { files, text, url } = await readDrop(event.dataTransfer).catch(() => {
        actions.tell("warn", "What was dropped could not be read. Was it moved meanwhile?");
        return { files: [], text: undefined, url: undefined };
      });
      if (files.length > 0) await openFiles(files);
      else if (text && looksLikeChapter(text)) openText(text);
      else if (url && /^https?:/i.test(url)) await actions.open({ kind: "url", url });
      else if (text !== undefined)
        actions.tell("warn", "The dropped text holds no sequenceDiagram, so nothing was opened.");
    }
    function onDragLeave(event: DragEvent): void {
      if (event.relatedTarget === null) setOver(false);
    }
    function onPaste(event: ClipboardEvent): void {
      if (isWithin(event, "input, textarea, select, [contenteditable], dialog[open]")) return;
      const files = [...(event.clipboardData?.files ?? [])];
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (files.length > 0) void openFiles(files);
      else if (looksLikeChapter(text)) openText(text);
      else return;
      event.preventDefault();
    }
    const drop = (event: DragEvent) => void onDrop(event);
    window.addEventListener("dragover", onDragOver);
    window.addEventListener("drop", drop, true);
    window.addEventListener("dragleave", onDragLeave);
    window.addEventListener("paste", onPaste);
    return () => {
      window.removeEventListener("dragover", onDragOver);
      window.removeEventListener("drop", drop, true);
      window.removeEventListener("dragleave", onDragLeave);
      window.removeEventListener("paste", onPaste);
    };
  }, [actions, openFiles, openText]);

  if (!over) return null;
  return (
    <div className="drop-zone" role="status">
      <p>
        <FolderOpen size={22} strokeWidth={1.7} aria-hidden />
        Let go to open it here. It is read in this page and sent nowhere.
      </p>
    </div>
  );
}

/** A file is ours wherever it falls; text dragged into a field is the field's. */
function isForUs(event: DragEvent): boolean {
  const types = event.dataTransfer?.types ?? [];
  return (
    types.includes("Files") || (types.includes("text/plain") && !isWithin(event, "input, textarea, [contenteditable]"))
  );
}

/** Where it happens, seen through shadow roots: from outside, the editor in one is only its host. */
function isWithin(event: Event, selector: string): boolean {
  return event.composedPath().some((node) => node instanceof Element && node.matches(selector));
}
