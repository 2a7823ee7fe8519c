import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { tempFolder } from "../../fixtures/temp-folder.ts";
import { makeApp } from "./make-app.ts";
import { runHopwise, type Said } from "./run-hopwise.ts";

const app = makeApp();
writeFileSync(join(app, ".secret"), "secret");

const stops: (() => Promise<Said>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) expect((await stop()).status).toBe(0);
});

const chapter = (title: string) => `# ${title}\n\n\`\`\`mermaid\nsequenceDiagram\n  A->>B: ${title}\n\`\`\`\n`;

/** Serves a folder with one chapter, and stops at the end of the test. */
async function startServing(...args: string[]) {
  const folder = tempFolder();
  mkdirSync(join(folder, "shop"));
  writeFileSync(join(folder, "shop", "cart.md"), chapter("Cart"));
  let stop = () => {};
  const stopped = new Promise<void>((done) => {
    stop = done;
  });
  let said = "";
  const running = runHopwise(["serve", "shop", ...args], {
    folder,
    app,
    untilStopped: () => stopped,
    write: (text) => {
      said += text;
    },
    complain: (text) => {
      said += text;
    },
  });
  stops.push(() => {
    stop();
    return running;
  });
  await expect.poll(() => said, { timeout: 10_000 }).toContain("Hopwise is at");
  const port = Number(/:(\d+)\//.exec(said)?.[1]);
  return { folder, port, said: () => said, address: `http://127.0.0.1:${port}/` };
}

test("the site is served with its types and its policy, to this machine alone", async () => {
  const { address } = await startServing("--port", "0");
  const page = await fetch(address);
  expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(page.headers.get("content-security-policy")).toContain("frame-ancestors 'self'");
  const html = await page.text();
  const index = /id="library"[^>]*href="\.\/([^"]+)"/.exec(html)?.[1] ?? "";
  const listed = await fetch(address + index);
  expect(listed.headers.get("content-type")).toBe("application/json");
  const { chapters } = await listed.json();
  expect(Object.keys(chapters)).toEqual(["shop/cart"]);
  expect((await fetch(`${address}chapters/shop/cart.md`)).headers.get("content-type")).toBe(
    "text/markdown; charset=utf-8",
  );
  expect((await fetch(`${address}assets/app.js`)).headers.get("content-type")).toContain("javascript");
  expect(await (await fetch(`${address}flows/shop/cart/cart`)).text()).toContain("<title>Cart · ");
  expect((await fetch(address, { method: "POST" })).status).toBe(405);
});

/** The status of a path that is sent as it stands; `fetch` would tidy it up. */
function statusOf(port: number, path: string, host = "localhost"): Promise<number> {
  return new Promise((resolve, reject) => {
    request({ host: "127.0.0.1", port, path, headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on("error", reject)
      .end();
  });
}

test("no path leads out of the site, and no stranger's name to it", async () => {
  const { port } = await startServing("--port", "0");
  for (const path of [
    "/../../etc/passwd",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/..%2f..%2fetc/passwd",
    "/chapters/../.secret",
  ]) {
    expect(await statusOf(port, path), path).toBe(404);
  }
  for (const path of ["/.secret", "/.vite/manifest.json", "/_headers", "/nowhere"]) {
    expect(await statusOf(port, path), path).toBe(404);
  }
  expect(await statusOf(port, "/%")).toBe(400);
  expect(await statusOf(port, "/", "attacker.test")).toBe(403);
  expect(await statusOf(port, "/", `[::1]:${port}`)).toBe(200);
});

test("a picture that a chapter shows is served from beside it, and no other file", async () => {
  const { folder, address } = await startServing("--port", "0");
  writeFileSync(join(folder, "shop", "plan.svg"), "<svg/>");
  writeFileSync(join(folder, "shop", "other.svg"), "<svg/>");
  writeFileSync(join(folder, "shop", "cart.md"), `${chapter("Cart")}\n![plan](plan.svg) ![gone](gone.png)\n`);
  const get = (file: string) => fetch(`${address}chapters/shop/${file}`);
  await expect.poll(async () => (await get("plan.svg")).status, { timeout: 10_000 }).toBe(200);
  const plan = await get("plan.svg");
  expect(plan.headers.get("content-type")).toBe("image/svg+xml");
  expect(plan.headers.get("content-security-policy")).toBe("sandbox");
  expect(await plan.text()).toBe("<svg/>");
  expect((await get("gone.png")).status).toBe(404);
  expect((await get("other.svg")).status).toBe(404);
});

test("a port that is taken is passed over, and said", async () => {
  const other = createServer();
  await new Promise<void>((done) => other.listen(0, "127.0.0.1", done));
  const taken = (other.address() as { port: number }).port;
  const { port, said } = await startServing("--port", String(taken));
  expect(port).toBeGreaterThan(taken);
  expect(said()).toContain(`Port ${taken} is taken.`);
  other.close();
});

test("what is written is told to open pages with its problems; a folder that is emptied keeps what was there", async () => {
  const { folder, address, said } = await startServing("--port", "0");
  const stream = (await fetch(`${address}hopwise-live`)).body?.pipeThrough(new TextDecoderStream()).getReader();
  const first = (await stream?.read())?.value;
  expect(first).toMatch(/^data: library\/index-[0-9a-f]+\.json\n\n$/);

  writeFileSync(join(folder, "shop", "cart.md"), `${chapter("Basket").slice(0, -4)}  A->>\n\`\`\`\n`);
  const second = (await stream?.read())?.value ?? "";
  expect(second).not.toBe(first);
  expect(said()).toMatch(/cart\.md:6:\d+ error/);
  const index = await (await fetch(address + second.slice("data: ".length).trim())).json();
  expect(index.cards[0].chapters[0].title).toBe("Basket");

  rmSync(join(folder, "shop", "cart.md"));
  await expect.poll(said, { timeout: 10_000 }).toContain("There are no chapters");
  expect((await fetch(address + second.slice("data: ".length).trim())).status).toBe(200);
  await stream?.cancel();
});
