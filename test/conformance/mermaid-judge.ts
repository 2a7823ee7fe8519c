import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { extname, normalize, resolve, sep } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import type { Judged } from "./view.ts";

const root = resolve(import.meta.dirname, "../../node_modules/mermaid/dist");

/** The Mermaid package itself, in a real browser. */
export interface Judge {
  judge(texts: readonly string[]): Promise<Judged[]>;
  close(): Promise<void>;
}

export async function startJudge(): Promise<Judge> {
  const server = await serve();
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const browser: Browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"],
  });
  const page: Page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.waitForFunction("window.judge !== undefined");
  return {
    async judge(texts) {
      const judged: Judged[] = [];
      for (let at = 0; at < texts.length; at += 50) {
        const slice = JSON.stringify(texts.slice(at, at + 50));
        judged.push(...((await page.evaluate(`window.judge(${slice})`)) as Judged[]));
      }
      return judged;
    },
    async close() {
      await browser.close();
      await new Promise((done) => server.close(done));
    },
  };
}

/** Serves Mermaid's own build and one page that loads it; nothing else, and only to this machine. */
async function serve(): Promise<Server> {
  const page = await readFile(resolve(import.meta.dirname, "judge-page.js"), "utf8");
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    if (path === "/") {
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.end(`<!doctype html><title>Mermaid</title><script type="module">${page}</script>`);
      return;
    }
    const file = normalize(resolve(root, `.${path}`));
    try {
      if (!file.startsWith(root + sep)) throw new Error("outside");
      const body = await readFile(file);
      response.setHeader("content-type", extname(file) === ".mjs" ? "text/javascript" : "application/octet-stream");
      response.end(body);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return server;
}
