import type { SiteAddress } from "./site-address.ts";

/** A page's name below the site's root, and the policy that its own head states. */
export interface PagePolicy {
  readonly page: string;
  readonly policy: string;
}

/** Only this page may stand in a frame of another site. */
export const embedPage = "embed.html";

/** The policy in a page's head; a page of ours without one is a mistake of ours. */
export function readPolicy(page: string, html: string): PagePolicy {
  const tag = /<meta[^>]*http-equiv="Content-Security-Policy"[^>]*>/is.exec(html)?.[0] ?? "";
  const policy = /content="([^"]*)"/is.exec(tag)?.[1];
  if (!policy) throw new Error(`${page} states no Content-Security-Policy.`);
  return { page, policy: policy.replace(/\s+/g, " ").trim() };
}

/** What a header can say and a page's head cannot: who may put the page into a frame. */
export function fullPolicy({ page, policy }: PagePolicy): string {
  return `${policy}; frame-ancestors ${page === embedPage ? "*" : "'self'"}`;
}

/**
 * `_headers`, as Cloudflare Pages and Netlify read it. No two rules that set the same header match one address: both
 * hosts would join their values, and a browser obeys each of two policies.
 */
export function printHeaders(pages: readonly PagePolicy[], { path }: SiteAddress): string {
  const lines = [
    "# Read by Cloudflare Pages and Netlify, at the root of what they publish. When this site is a folder of a larger",
    "# one, move these lines into that site's own _headers.",
  ];
  const rule = (address: string, headers: Readonly<Record<string, string>>): void => {
    lines.push("", path + address, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`));
  };
  const everywhere = { "X-Content-Type-Options": "nosniff", "Referrer-Policy": "strict-origin-when-cross-origin" };
  for (const one of pages) {
    const headers = { "Content-Security-Policy": fullPolicy(one), "Cache-Control": "no-cache", ...everywhere };
    // Hosts answer for a page under its name, without its ending, and for its folder.
    const names =
      one.page === "index.html" ? ["", "index.html", "flows/*"] : [one.page, one.page.replace(/\.html$/, "")];
    for (const name of names) rule(name, headers);
  }
  const forGood = { "Cache-Control": "public, max-age=31536000, immutable" };
  // Flows on other sites' pages read chapters from here; what a script or a font of ours holds is no secret either.
  const open = { "Access-Control-Allow-Origin": "*" };
  rule("assets/*", { ...forGood, ...everywhere, ...open });
  rule("library/*", { ...forGood, ...everywhere, ...open });
  // Pages of other sites load these, and their names stay.
  rule("scripts/*", { "Cache-Control": "no-cache", ...everywhere, ...open });
  rule("sw.js", { "Cache-Control": "no-cache", ...everywhere });
  rule("chapters/*", { "Cache-Control": "no-cache", ...everywhere, ...open });
  lines.push("");
  return lines.join("\n");
}
