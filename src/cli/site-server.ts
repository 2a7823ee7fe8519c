import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { posix } from "node:path";
import sirv from "sirv";
import { fullPolicy, readPolicy } from "../site/headers.ts";
import { pictureType } from "../site/picture-types.ts";
import { encodePath } from "../site/safe-path.ts";
import type { SiteFile } from "../site/site-file.ts";
import { UsageError } from "./usage-error.ts";

/** Where pages listen for changes; a stream of events, one for each new state of the chapters. */
export const livePath = "hopwise-live";

/** What is served beside the app. */
export interface Served {
  readonly files: readonly SiteFile[];
  /** Where pictures are on the disk, by their path on the site. */
  readonly pictures: ReadonlyMap<string, string>;
}

export interface SiteServer {
  /** The port it came to listen on. */
  readonly port: number;
  /** From now on this is the site; open pages are told. */
  show(site: Served): void;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".json": "application/json",
  ".md": "text/markdown; charset=utf-8",
  ".xml": "application/xml",
};
const portsTried = 20;

/**
 * Serves the app's files from its folder and the site's from memory. A path is looked up, never joined to a folder, so
 * none leads out.
 * @param host An address to listen on; undefined: this machine alone, by both of its loopback addresses.
 */
export async function serveFiles(
  app: string,
  site: Served,
  wanted: { readonly port: number; readonly host?: string },
): Promise<SiteServer> {
  let { pictures } = site;
  let byPath = mapOf(site.files);
  const assets = sirv(app, {
    etag: true,
    dotfiles: false,
    // A page of another site that is being written may load the component from here, too.
    setHeaders: (response, path) => {
      if (path.startsWith("/scripts/")) response.setHeader("access-control-allow-origin", "*");
    },
  });
  const listeners = new Set<ServerResponse>();

  const answer: Answer = (request, response) => {
    if (wanted.host === undefined && !isLoopback(request.headers.host)) {
      // A page elsewhere may point a name of its own at this machine, to read what is served to its owner.
      return refuse(response, 403, "Hopwise serves this machine alone; use --host to serve others.");
    }
    if (request.method !== "GET" && request.method !== "HEAD") return refuse(response, 405, "Only GET is answered.");
    const path = readPath(request.url ?? "/");
    if (path === undefined) return refuse(response, 400, "This address cannot be read.");
    if (path === livePath) return listen(response, listeners, indexOf(byPath));
    const file = byPath.get(path) ?? byPath.get(posix.join(path, "index.html"));
    if (file && path !== "" && !path.endsWith("/") && file.path.endsWith("/index.html")) {
      response.writeHead(301, { location: `/${encodePath(path)}/` }).end();
      return;
    }
    const picture = file ? undefined : pictures.get(path);
    if (picture !== undefined) return sendPicture(picture, response, request.method === "HEAD");
    if (!file) return assets(request, response, () => refuse(response, 404, "There is no such file on this site."));
    const html = file.path.endsWith(".html");
    response.writeHead(200, {
      "content-type": types[posix.extname(file.path)] ?? "text/plain; charset=utf-8",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      ...(html ? { "content-security-policy": fullPolicy(readPolicy(file.path, file.content)) } : {}),
      ...(file.path.startsWith("chapters/") ? { "access-control-allow-origin": "*" } : {}),
    });
    response.end(request.method === "HEAD" ? undefined : file.content);
  };

  const { servers, port } = await listenSomewhere(answer, wanted.port, wanted.host);
  return {
    port,
    show(next) {
      ({ pictures } = next);
      byPath = mapOf(next.files);
      for (const one of listeners) one.write(`data: ${indexOf(byPath)}\n\n`);
    },
    async close() {
      for (const one of listeners) one.end();
      await Promise.all(
        servers.map((server) => {
          const closed = new Promise((done) => server.close(done));
          server.closeAllConnections();
          return closed;
        }),
      );
    },
  };
}

function mapOf(files: readonly SiteFile[]): ReadonlyMap<string, SiteFile> {
  // A host's own file of headers is for that host.
  return new Map(files.filter(({ path }) => path !== "_headers").map((file) => [file.path, file]));
}

function indexOf(files: ReadonlyMap<string, SiteFile>): string {
  return [...files.keys()].find((path) => path.startsWith("library/index-")) ?? "";
}

function readPath(url: string): string | undefined {
  try {
    return decodeURIComponent(url.split(/[?#]/)[0] ?? "").replace(/^\/+/, "");
  } catch {
    return undefined;
  }
}

function isLoopback(host: string | undefined): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host ?? "");
}

function sendPicture(file: string, response: ServerResponse, headOnly: boolean): void {
  readFile(file).then(
    (bytes) => {
      response.writeHead(200, {
        "content-type": pictureType(file) ?? "application/octet-stream",
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
        "access-control-allow-origin": "*",
        // Opened by itself, a drawing is a page: none that may do anything.
        "content-security-policy": "sandbox",
      });
      response.end(headOnly ? undefined : bytes);
    },
    () => refuse(response, 404, "There is no such picture beside the chapters."),
  );
}

function refuse(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(`${sentence}\n`);
}

function listen(response: ServerResponse, listeners: Set<ServerResponse>, index: string): void {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  response.write(`data: ${index}\n\n`);
  listeners.add(response);
  response.on("close", () => listeners.delete(response));
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** The wanted port, or the next free one above it. */
async function listenSomewhere(answer: Answer, wanted: number, host: string | undefined) {
  for (let port = wanted; port < wanted + portsTried && port < 65_536; port += 1) {
    const servers = await listenOn(answer, port, host === undefined ? ["127.0.0.1", "::1"] : [host]);
    const address = servers?.[0]?.address();
    if (servers && address && typeof address !== "string") return { servers, port: address.port };
  }
  throw new UsageError(`The ports ${wanted} to ${wanted + portsTried - 1} are all taken; name another with --port.`);
}

/** Undefined when the port is taken at any of the addresses; those this machine does not have are left out. */
async function listenOn(answer: Answer, port: number, hosts: readonly string[]): Promise<Server[] | undefined> {
  const servers: Server[] = [];
  let at = port;
  for (const host of hosts) {
    const server = createServer(answer);
    const error = await new Promise<NodeJS.ErrnoException | undefined>((done) => {
      server.once("error", done);
      server.listen(at, host, () => done(undefined));
    });
    if (error === undefined) {
      servers.push(server);
      const address = server.address();
      if (address && typeof address !== "string") at = address.port;
    } else if (error.code === "EADDRINUSE") {
      for (const one of servers) one.close();
      return undefined;
    } else if (host !== "::1") {
      throw new UsageError(`Hopwise cannot listen on ${host}, port ${port}: ${error.message}.`);
    }
  }
  return servers;
}
