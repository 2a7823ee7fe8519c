import { escapeHtml } from "../lib/escape-html.ts";
import { printHeaders, readPolicy } from "./headers.ts";
import { type LibraryFiles, libraryFiles } from "./library-files.ts";
import { oembedFile, oembedTag } from "./oembed.ts";
import { linkTag, metaTag, renderPage } from "./render-page.ts";
import { encodePath } from "./safe-path.ts";
import { listScenarioPages, renderScenarioPage, type ScenarioPage } from "./scenario-pages.ts";
import type { Shelved } from "./shelved.ts";
import { addressOf, type SiteAddress } from "./site-address.ts";
import type { SiteFile } from "./site-file.ts";
import { printSitemap } from "./sitemap.ts";

export interface SitePlan {
  readonly shelved: readonly Shelved[];
  /** The app's pages by name, as built; `index.html` is the one that others are made from. */
  readonly pages: ReadonlyMap<string, string>;
  /** Where the site will stand; unknown: it finds its own files all the same, and says no address of its own. */
  readonly site?: SiteAddress;
  /** Elements for the head of each of the app's pages. */
  readonly tags?: readonly string[];
}

/** Every file of a site but those that are the app's own: pages and data, made from the chapters. */
export function makeSite({ shelved, pages, site, tags = [] }: SitePlan): readonly SiteFile[] {
  const template = pages.get("index.html") ?? "";
  const library = libraryFiles(shelved);
  const scenarios = listScenarioPages(shelved, library);
  return [
    ...library.files,
    { path: "index.html", content: renderStart(template, library, scenarios, site, tags) },
    ...scenarios.map((page) => ({
      path: `${page.folder}index.html`,
      content: renderScenarioPage(page, template, library, site, [
        ...(site?.origin === undefined ? [] : [oembedTag(page, site)]),
        ...tags,
      ]),
    })),
    ...(site?.origin === undefined ? [] : scenarios.map((page) => oembedFile(page, site))),
    ...[...pages]
      .filter(([name]) => name !== "index.html")
      .map(([path, html]) => ({
        path,
        content: html.includes("<!-- hopwise:head -->")
          ? renderPage(html, { depth: 0, tags: [libraryTag(library)] })
          : html,
      })),
    {
      path: "_headers",
      content: printHeaders(
        [...pages].map(([name, html]) => readPolicy(name, html)),
        site ?? { path: "/" },
      ),
    },
    ...(site?.origin === undefined ? [] : [{ path: "sitemap.xml", content: printSitemap(scenarios, site) }]),
  ];
}

/** Where the page finds its chapters; the browser fetches it beside the scripts. */
function libraryTag({ indexPath }: LibraryFiles): string {
  return linkTag({ id: "library", rel: "preload", as: "fetch", crossorigin: "", href: `./${indexPath}` });
}

/** The start page: the app's own, and a list of the scenarios for whoever reads it without JavaScript. */
function renderStart(
  template: string,
  library: LibraryFiles,
  scenarios: readonly ScenarioPage[],
  site: SiteAddress | undefined,
  more: readonly string[],
): string {
  const items = scenarios.map(
    ({ folder, scenario, description }) =>
      `<li><a href="./${encodePath(folder)}">${escapeHtml(scenario.title)}</a>: ${escapeHtml(description)}</li>`,
  );
  const [only, ...others] = library.index.cards;
  const title = only && others.length === 0 ? `${only.title} · Hopwise` : "Hopwise";
  return renderPage(template, {
    depth: 0,
    title,
    tags: [
      libraryTag(library),
      ...(site === undefined ? [] : [linkTag({ rel: "canonical", href: addressOf(site, "") })]),
      metaTag("property", "og:title", title),
      metaTag("property", "og:type", "website"),
      ...more,
    ],
    noscript: `<main><h1>${escapeHtml(title)}</h1><p>Playing needs JavaScript; what each scenario does can be read without it.</p><ul>${items.join("")}</ul></main>`,
  });
}
