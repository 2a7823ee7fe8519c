import type { Chapter } from "../model/chapter.ts";
import type { Scenario } from "../model/scenario.ts";
import { encodeLink } from "../session/link/encode-link.ts";
import { emptyLink } from "../session/link/link.ts";
import type { ScenarioCard } from "../session/ports/shelf.ts";
import { describeScenario, flowText } from "./flow-text.ts";
import type { LibraryFiles } from "./library-files.ts";
import { linkTag, metaTag, renderPage } from "./render-page.ts";
import { encodePath, safePath } from "./safe-path.ts";
import type { Shelved } from "./shelved.ts";
import { addressOf, type SiteAddress } from "./site-address.ts";

/** A scenario's own page: where it stands, and what the app opens there. */
export interface ScenarioPage {
  readonly library: string;
  readonly chapter: Chapter;
  readonly scenario: Scenario;
  readonly card: ScenarioCard;
  /** The page's folder below the site's root, `/` at its end. */
  readonly folder: string;
  /** What the app opens there, as its query string. */
  readonly query: string;
  readonly description: string;
}

/** Every scenario has a page, so that each can be found, previewed and linked by itself. */
export function listScenarioPages(shelved: readonly Shelved[], { index }: LibraryFiles): readonly ScenarioPage[] {
  const taken = new Set<string>();
  const free = (wanted: string): string => {
    let folder = wanted;
    // Hosts that fold case would serve one page for both.
    for (let n = 2; taken.has(folder.toLowerCase()); n += 1) folder = `${wanted}-${n}`;
    taken.add(folder.toLowerCase());
    return `${folder}/`;
  };
  return shelved.flatMap(({ library }, at) =>
    library.chapters.flatMap((chapter) =>
      chapter.scenarios.flatMap((scenario) => {
        const cards = index.cards[at]?.chapters.find(({ id }) => id === chapter.id)?.scenarios;
        const card = cards?.find(({ id }) => id === scenario.id);
        if (!card) return [];
        const which = chapter.scenarios.length > 1 ? { scenario: scenario.id } : {};
        return {
          library: library.title,
          chapter,
          scenario,
          card,
          folder: free(`flows/${safePath(chapter.id)}/${safePath(scenario.id)}`),
          query: encodeLink({ ...emptyLink, chapter: chapter.id, ...which }),
          description: describeScenario(chapter, scenario, card),
        };
      }),
    ),
  );
}

/** The page as HTML: the app, with a head and a text of the scenario's own. */
export function renderScenarioPage(
  page: ScenarioPage,
  template: string,
  { indexPath, index }: LibraryFiles,
  site: SiteAddress | undefined,
  more: readonly string[] = [],
): string {
  const depth = page.folder.split("/").length - 1;
  const data = index.chapters[page.chapter.id];
  const title = `${page.scenario.title} · ${page.library}`;
  const address = site === undefined ? undefined : addressOf(site, encodePath(page.folder));
  const preload = { rel: "preload", as: "fetch", crossorigin: "" };
  return renderPage(template, {
    depth,
    title,
    description: page.description,
    tags: [
      linkTag({ id: "library", ...preload, href: `./${indexPath}` }),
      ...(data === undefined ? [] : [linkTag({ ...preload, href: `./${data}` })]),
      metaTag("name", "hopwise-link", `${"../".repeat(depth)}${page.query}`),
      ...(address === undefined ? [] : [linkTag({ rel: "canonical", href: address })]),
      metaTag("property", "og:title", title),
      metaTag("property", "og:description", page.description),
      metaTag("property", "og:type", "article"),
      metaTag("property", "og:site_name", page.library),
      // A preview wants a whole address, or none.
      ...(address === undefined || site?.origin === undefined ? [] : [metaTag("property", "og:url", address)]),
      metaTag("name", "twitter:card", "summary"),
      ...more,
    ],
    noscript: flowText(
      page.chapter,
      page.scenario,
      page.card,
      `${"../".repeat(depth)}chapters/${encodePath(page.chapter.file)}`,
    ),
  });
}
