import { escapeHtml } from "../lib/escape-html.ts";
import { encodePath } from "./safe-path.ts";
import type { ScenarioPage } from "./scenario-pages.ts";
import { addressOf, type SiteAddress } from "./site-address.ts";

/** `sitemap.xml`: the start page and every scenario's. Its addresses are whole, so the origin must be known. */
export function printSitemap(pages: readonly ScenarioPage[], site: SiteAddress): string {
  const addresses = ["", ...pages.map(({ folder }) => encodePath(folder))].map((path) => addressOf(site, path));
  const urls = addresses.map((address) => `  <url><loc>${escapeHtml(address)}</loc></url>`);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...urls,
    "</urlset>",
    "",
  ].join("\n");
}
