import { useId } from "react";
import { indexFileOf } from "../../model/chapter-file.ts";
import { isSilent } from "../../model/prose.ts";
import { useSessionState } from "../app/session-context.ts";
import { AboutLibrary } from "./AboutLibrary.tsx";

/** The library that the reader opened themselves, or a link carried, while it is open and its index.md has something to say. */
export function OpenedLibrary() {
  const heading = useId();
  const opened = useSessionState((state) => state.opened);
  if (opened.kind !== "open" || opened.source.kind === "shipped") return null;
  const { source, library, files } = opened;
  const file = indexFileOf(files.map((each) => each.file));
  if (file === undefined || files.length < 2 || isSilent(library.notes)) return null;
  return (
    <section className="library-section" aria-labelledby={heading}>
      <header>
        <h2 id={heading} className="library-heading">
          {library.title}
        </h2>
        <p>{library.summary ?? (source.kind === "own" ? "Open now, from your own files." : "Open now.")}</p>
        <AboutLibrary
          key={file}
          title={library.title}
          load={async () => ({ at: { source, library, file }, notes: library.notes })}
        />
      </header>
    </section>
  );
}
