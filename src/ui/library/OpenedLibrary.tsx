import { useId } from "react";
import { indexFileOf } from "../../model/chapter-file.ts";
import { isSilent } from "../../model/prose.ts";
import { encodeLink } from "../../session/link/encode-link.ts";
import { emptyLink } from "../../session/link/link.ts";
import { partsOf } from "../../session/link/source-parts.ts";
import { titleOf } from "../../session/own-place.ts";
import type { Opened } from "../../session/state.ts";
import { useSession, useSessionState } from "../app/session-context.ts";
import { onPlainClick } from "../shared/on-plain-click.ts";
import { AboutLibrary } from "./AboutLibrary.tsx";
import type { OpenedScenario } from "./find-opened.ts";

interface OpenedLibraryProps {
  readonly found: readonly OpenedScenario[];
  readonly isSearch: boolean;
}

/** The library that the reader opened themselves, or a link carried, while it is open: its scenarios, and what its index.md says. */
export function OpenedLibrary({ found, isSearch }: OpenedLibraryProps) {
  const { actions } = useSession();
  const heading = useId();
  const opened = useSessionState((state) => state.opened);
  if (opened.kind !== "open") return null;
  const { source, library, files } = opened;
  // A file goes by its heading: the library that it is alone in has the name of the shelf.
  const title = (source.kind === "own" ? titleOf(files) : undefined) ?? library.title;
  const about = isSearch ? undefined : aboutFileOf(opened);
  if (found.length === 0 && about === undefined) return null;
  return (
    <section className="library-section" aria-labelledby={heading}>
      <header>
        <h2 id={heading} className="library-heading">
          {title}
        </h2>
        <p>{library.summary ?? (source.kind === "own" ? "Open now, from your own files." : "Open now.")}</p>
        {about !== undefined && (
          <AboutLibrary
            key={about}
            title={title}
            load={async () => ({ at: { source, library, file: about }, notes: library.notes })}
          />
        )}
      </header>
      {found.length > 0 && (
        <ul className="library-list">
          {found.map(({ chapter, scenario: { id, title: name, summary, hops } }) => (
            <li key={id} className="scenario">
              <div className="scenario-head">
                <h3 className="scenario-title">
                  <a
                    className="scenario-link"
                    href={encodeLink({ ...emptyLink, ...partsOf(source), scenario: id })}
                    onClick={onPlainClick(() => actions.pickScenario(id))}
                  >
                    {name}
                  </a>
                </h3>
                {(summary ?? chapter.summary) && <p>{summary ?? chapter.summary}</p>}
              </div>
              <dl className="scenario-facts">
                <div>
                  <dt>Hops</dt>
                  <dd>{hops.length}</dd>
                </div>
              </dl>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The index.md of what did not come with the page, if it says something. */
function aboutFileOf(opened: Opened): string | undefined {
  if (opened.kind !== "open" || opened.source.kind === "shipped" || opened.files.length < 2) return undefined;
  return isSilent(opened.library.notes) ? undefined : indexFileOf(opened.files.map(({ file }) => file));
}
