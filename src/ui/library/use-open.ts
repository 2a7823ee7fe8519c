import { useCallback } from "react";
import { useSession } from "../app/session-context.ts";

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
      const { readFiles } = await import("./read-files.ts");
      const read = await readFiles(files);
      if (read.refused.length > 0) actions.tell("warn", sayLeftOut(read.refused));
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

/** A folder may hold hundreds of them. */
const namedAtMost = 4;

function sayLeftOut(refused: readonly string[]): string {
  const more = refused.length - namedAtMost;
  const others = more > 0 ? [`${more} more ${more === 1 ? "file is" : "files are"} left out.`] : [];
  return ["Left out:", ...refused.slice(0, namedAtMost), ...others].join(" ");
}

/** Whether a text pasted into nowhere is meant as a chapter, and not by mistake. */
export function looksLikeChapter(text: string): boolean {
  return /^\s*sequenceDiagram\b/m.test(text);
}

/** Bare Mermaid text has no heading to be named by. */
function fileNameFor(text: string): string {
  return /^\s*(%%.*\n\s*|---[\s\S]*?---\s*)*sequenceDiagram\b/.test(text) ? "pasted.mmd" : "pasted.md";
}
