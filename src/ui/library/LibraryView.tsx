import { Search } from "lucide-react";
import { useDeferredValue, useId, useMemo, useRef, useState } from "react";
import type { Outcome } from "../../model/verdict.ts";
import type { LibraryCard } from "../../session/ports/shelf.ts";
import { useSession, useSessionState } from "../app/session-context.ts";
import { onPlainClick } from "../shared/on-plain-click.ts";
import { ViewHeading } from "../shell/ViewHeading.tsx";
import { AboutLibrary } from "./AboutLibrary.tsx";
import { DraftList } from "./DraftList.tsx";
import { findOpened } from "./find-opened.ts";
import { OpenChapter } from "./OpenChapter.tsx";
import { OpenedLibrary } from "./OpenedLibrary.tsx";
import { OwnChapters } from "./OwnChapters.tsx";
import { outcomeWords, ScenarioItem } from "./ScenarioItem.tsx";
import { searchCards, wordsOf } from "./search-cards.ts";
import { WalkthroughItem } from "./WalkthroughItem.tsx";
import "./library-view.css";
import "./scenario-item.css";
import "./library-aside.css";
import "./library-media.css";

/** All scenarios that came with the page, and the ways to open a chapter of one's own. */
export function LibraryView() {
  const { ports } = useSession();
  const [text, setText] = useState("");
  const wanted = useDeferredValue(text);
  const own = useRef<HTMLElement>(null);
  const ownId = useId();
  const libraries = useMemo(() => searchCards(ports.shelf.cards, wanted), [ports.shelf.cards, wanted]);
  const words = useMemo(() => wordsOf(wanted), [wanted]);
  const opened = useSessionState((state) => state.opened);
  const openedFound = useMemo(() => findOpened(opened, words), [opened, words]);
  const shippedFound = libraries
    .flatMap(({ chapters }) => chapters)
    .reduce((sum, { scenarios, moments }) => sum + scenarios.length + (moments === undefined ? 0 : 1), 0);
  const found = openedFound.length + shippedFound;
  return (
    <main className="library">
      <div className="library-main">
        <header className="library-intro">
          <ViewHeading>When something doesn’t work, which layer failed?</ViewHeading>
          <p>Pick a scenario, play it hop by hop, then switch a layer off and watch where the request dies.</p>
          {/* A hundred links lie between; where the page has one column, a dozen screens, too. */}
          <a
            className="library-skip"
            href={`#${ownId}`}
            onClick={onPlainClick(() => {
              own.current?.scrollIntoView();
              own.current?.focus({ preventScroll: true });
            })}
          >
            Open or write a chapter of your own
          </a>
          {/* biome-ignore lint/a11y/useSemanticElements: <search> is not known to all assistive technology yet. */}
          <div className="library-search" role="search">
            <Search size={16} aria-hidden />
            <input
              type="search"
              aria-label="Search scenarios, failures and chapters"
              placeholder="Search scenarios and failures"
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          </div>
          <p className="visually-hidden" role="status">
            {wanted === "" ? "" : `${found} found`}
          </p>
        </header>
        <OpenedLibrary found={openedFound} isSearch={wanted !== ""} />
        {libraries.map((library) => (
          <LibrarySection key={library.id} library={library} words={words} />
        ))}
        {found === 0 && (
          <p className="library-none">
            {wanted === ""
              ? "No chapters came with this page. Open one of your own."
              : `Nothing here mentions “${wanted}”.`}
          </p>
        )}
      </div>
      <aside className="library-aside" aria-label="Open a chapter" id={ownId} ref={own} tabIndex={-1}>
        <OpenChapter />
        <OwnChapters />
        <DraftList />
      </aside>
    </main>
  );
}

const dots: readonly Outcome[] = ["failed", "partial", "degraded", "slow"];

interface LibrarySectionProps {
  readonly library: LibraryCard;
  readonly words: readonly string[];
}

function LibrarySection({ library, words }: LibrarySectionProps) {
  const title = useId();
  const scenarios = library.chapters.flatMap((chapter) => chapter.scenarios.map((scenario) => ({ chapter, scenario })));
  const walkthroughs = library.chapters.filter(({ moments }) => moments !== undefined);
  if (scenarios.length + walkthroughs.length === 0) return null;
  return (
    <section className="library-section" aria-labelledby={title}>
      <header>
        <h2 id={title} className="library-heading">
          {library.title}
        </h2>
        {library.summary && <p>{library.summary}</p>}
        {library.about !== undefined && <Introduction key={library.about} library={library} />}
        {/* Every failure below says its own word to those who do not see its dot. */}
        <p className="library-legend" aria-hidden="true">
          {dots.map((outcome) => (
            <span key={outcome} className="scenario-break" data-outcome={outcome}>
              <span className="scenario-dot" />
              {outcomeWords[outcome]}
            </span>
          ))}
        </p>
      </header>
      <ul className="library-list">
        {scenarios.map(({ chapter, scenario }) => (
          <ScenarioItem key={`${chapter.id}/${scenario.id}`} chapter={chapter} scenario={scenario} words={words} />
        ))}
        {walkthroughs.map((chapter) => (
          <WalkthroughItem key={chapter.id} chapter={chapter} />
        ))}
      </ul>
    </section>
  );
}

function Introduction({ library: { id, title, chapters } }: { readonly library: LibraryCard }) {
  const { shelf } = useSession().ports;
  return (
    <AboutLibrary
      title={title}
      load={async () => {
        const about = await shelf.about(id);
        const source = { kind: "shipped", chapter: chapters[0]?.id ?? id } as const;
        return about && { at: { source, file: about.file }, notes: about.notes };
      }}
    />
  );
}
