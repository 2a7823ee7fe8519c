import { frameAddress, frameCode, frameHeight } from "../session/link/embed-code.ts";
import { emptyLink } from "../session/link/link.ts";
import { linkTag } from "./render-page.ts";
import { encodePath } from "./safe-path.ts";
import type { ScenarioPage } from "./scenario-pages.ts";
import { addressOf, type SiteAddress } from "./site-address.ts";
import type { SiteFile } from "./site-file.ts";

/** CSS px; a reader's page may make it narrower. */
const width = 860;

/** What a site that embeds a pasted link reads of a scenario's page (oEmbed 1.0, `rich`). It wants whole addresses. */
export function oembedFile(page: ScenarioPage, site: SiteAddress): SiteFile {
  const root = addressOf(site, "");
  const which = page.chapter.scenarios.length > 1 ? { scenario: page.scenario.id } : {};
  const address = frameAddress({ site: root, link: { ...emptyLink, chapter: page.chapter.id, ...which } });
  const content = {
    version: "1.0",
    type: "rich",
    title: page.scenario.title,
    provider_name: page.library,
    provider_url: root,
    width,
    height: frameHeight,
    html: frameCode(address, page.scenario.title),
  };
  return { path: oembedPath(page), content: `${JSON.stringify(content)}\n` };
}

/** Tells who is given a scenario's address where the rest stands. */
export function oembedTag(page: ScenarioPage, site: SiteAddress): string {
  return linkTag({
    rel: "alternate",
    type: "application/json+oembed",
    href: addressOf(site, encodePath(oembedPath(page))),
    title: page.scenario.title,
  });
}

function oembedPath({ folder }: ScenarioPage): string {
  return `${folder}oembed.json`;
}
