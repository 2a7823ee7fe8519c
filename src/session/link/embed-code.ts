import { escapeHtml } from "../../lib/escape-html.ts";
import { encodeLink } from "./encode-link.ts";
import type { Link } from "./link.ts";

/** How high a frame is until its page's script gives it its own height, CSS px. */
export const frameHeight = 560;

export interface FrameWish {
  /** Where the site stands, `/` at its end. */
  readonly site: string;
  readonly link: Link;
  /** `full` is the usual and goes without saying. */
  readonly controls?: string;
  /** A name that tells the frames of a page apart. */
  readonly id?: string;
}

/** The embed page's address for a link: the app's own query string, and what only an embed has. */
export function frameAddress({ site, link, controls = "full", id }: FrameWish): string {
  const [query = "", ...fragment] = encodeLink(link).split("#");
  const parts = [
    query.replace(/^\?/, ""),
    "embed=v1",
    ...(controls === "full" ? [] : [`controls=${encodeURIComponent(controls)}`]),
    ...(id === undefined ? [] : [`id=${encodeURIComponent(id)}`]),
  ];
  return `${site}embed.html?${parts.filter((part) => part !== "").join("&")}${fragment.map((one) => `#${one}`).join("")}`;
}

/**
 * The frame as markup. Its own origin is left to it (without `allow-same-origin` it could not read its own chapters), and
 * nothing else but scripts and the way to the app.
 */
export function frameCode(address: string, title: string): string {
  const attributes = {
    src: address,
    title,
    width: "100%",
    height: String(frameHeight),
    frameborder: "0",
    loading: "lazy",
    sandbox: "allow-scripts allow-same-origin allow-popups",
  };
  return `<iframe ${printAttributes(attributes)}></iframe>`;
}

/** The component as markup; without a value an attribute is left out. */
export function elementCode(attributes: Readonly<Record<string, string | undefined>>, fallback: string): string {
  return `<${["hopwise-flow", printAttributes(attributes)].join(" ").trim()}>${escapeHtml(fallback)}</hopwise-flow>`;
}

/** A script of the site's, as markup for another page. */
export function scriptCode(site: string, name: "hopwise-flow" | "hopwise-resize"): string {
  return `<script type="module" src="${escapeHtml(`${site}scripts/${name}.js`)}"></script>`;
}

/** What of the component reads the chapters between a page's tags, fetched with it and not behind it. */
export function markdownCode(site: string): string {
  return `<link rel="modulepreload" href="${escapeHtml(`${site}scripts/hopwise-flow-read-markdown.js`)}">`;
}

export function linkCode(address: string, title: string): string {
  return `<a href="${escapeHtml(address)}">${escapeHtml(title)}</a>`;
}

function printAttributes(attributes: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(attributes)
    .flatMap(([name, value]) => (value === undefined || value === "" ? [] : `${name}="${escapeHtml(value)}"`))
    .join(" ");
}
