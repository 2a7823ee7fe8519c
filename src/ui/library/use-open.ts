import { useCallback } from "react";
import { useSession } from "../app/session-context.ts";
import { readFiles } from "./read-files.ts";

/** Opens what the reader brings, and says what was left out. */
export function useOpen(): {
  readonly openFiles: (files: readonly File[]) => Promise<void>;
  readonly openText: (text: string) => void;
} {
  const { actions } = useSession();
  const openFiles = useCallback(
    async (files: readonly File[]) => {
      if (files.length === 0) {
        actions.tell("warn", "There is no Markdown or Mermaid file in it (.md, .markdown, .mmd, .mermaid, .txt).");
        return;
      }
      const read = await readFiles(files);
      for (const sentence of read.refused) actions.tell("warn", sentence);
      if (read.files.length > 0) await actions.openOwn(read.files);
    },
    [actions],
  );
  const openText = useCallback(
    (text: string) => {
      if (text.trim() !== "") void actions.openOwn([{ file: fileNameFor(text), text }]);
    },
    [actions],
  );
  return { openFiles, openText };
}

/** Whether a text pasted into nowhere is meant as a chapter, and not by mistake. */
export function looksLikeChapter(text: string): boolean {
  return /^\s*sequenceDiagram\b/m.test(text);
}

/** Bare Mermaid text has no heading to be named by. */
function fileNameFor(text: string): string {
  return /^\s*(%%.*\n\s*|---[\s\S]*?---\s*)*sequenceDiagram\b/.test(text) ? "pasted.mmd" : "pasted.md";
}
