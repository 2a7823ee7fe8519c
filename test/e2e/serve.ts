import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, relative } from "node:path";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".md": "text/markdown; charset=utf-8",
};

export interface Site {
  readonly address: string;
  close(): Promise<void>;
}

/** The policy that a built page states in its head; the header repeats it, so that both are known to hold. */
export function readPolicy(folder: string, name = "index.html"): string {
  const page = readFileSync(join(folder, name), "utf8");
  const tag = /<meta[^>]*http-equiv="Content-Security-Policy"[^>]*>/is.exec(page)?.[0] ?? "";
  const policy = /content="([^"]*)"/is.exec(tag)?.[1];
  if (!policy) throw new Error(`${folder}/${name} states no Content-Security-Policy.`);
  return policy;
}

/** Serves a built site byte for byte from a free port, as a plain host would, with the page's own policy as a header. */
export function serveSite(folder: string, port = 0): Promise<Site> {
  const policies = new Map(
    ["index.html", "embed.html", "mermaid-frame.html"].map((page) => [page, readPolicy(folder, page)]),
  );
  return serveFolder(folder, port, (file) => policies.get(relative(folder, file)) ?? policies.get("index.html"));
}

/** Serves any folder from a free port; `policyOf` says which policy goes with a file. */
export async function serveFolder(
  folder: string,
  port = 0,
  policyOf: (file: string) => string | undefined = () => undefined,
): Promise<Site> {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const file = join(folder, normalize(path.endsWith("/") ? `${path}index.html` : path));
    const bytes = file.startsWith(folder) ? await readFile(file).catch(() => undefined) : undefined;
    if (!bytes) {
      response.writeHead(404, { "content-type": "text/plain" }).end("not found");
      return;
    }
    const policy = policyOf(file);
    response.writeHead(200, {
      "content-type": types[extname(file)] ?? "application/octet-stream",
      ...(policy ? { "content-security-policy": policy } : {}),
      "x-content-type-options": "nosniff",
      // As the built site's own _headers ask.
      ...(path.startsWith("/scripts/") ? { "access-control-allow-origin": "*" } : {}),
      "cache-control": "no-store",
    });
    response.end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return {
    address: `http://127.0.0.1:${address.port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
