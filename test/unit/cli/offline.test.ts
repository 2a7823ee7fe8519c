import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { keepPictures, nameBuild, printWorker, readOffline, workerName } from "../../../src/cli/offline.ts";
import { readApp } from "../../../src/cli/read-app.ts";
import { makeApp } from "./make-app.ts";

const page = { path: "flows/a b/index.html", content: "<p>a</p>" };
const data = { path: "library/a-0123456789.json", content: "{}" };

test("what is kept is all of a site but its headers and what is too large; hashed names need no revision", async () => {
  const app = makeApp();
  expect(await readOffline(await readApp(app))).toBeUndefined();
  writeFileSync(join(app, workerName), "work();");
  writeFileSync(join(app, "assets", "mermaid.js"), "m".repeat(800_000));
  const offline = await readOffline(await readApp(app));
  expect(offline?.kept).toEqual([{ url: "assets/app.js", revision: null }]);
  const files = [page, data, { path: "_headers", content: "" }];
  const { path, content } = printWorker(offline?.worker ?? "", "b1", offline?.kept ?? [], files);
  expect(path).toBe("sw.js");
  const { hopwise, worked } = new Function(`const self = {}; let worked; const work = () => { worked = true; };
    ${content}; return { ...self, worked };`)();
  expect(worked).toBe(true);
  expect(hopwise).toEqual({
    build: "b1",
    files: [
      { url: "assets/app.js", revision: null },
      { url: "flows/a%20b/index.html", revision: expect.stringMatching(/^[0-9a-f]{10}$/) },
      { url: "library/a-0123456789.json", revision: null },
    ],
  });
});

test("a build is named by its content alone", () => {
  const pages = new Map([["index.html", "<html>"]]);
  const name = nameBuild([], pages, [page, data]);
  expect(nameBuild([], pages, [page, data])).toBe(name);
  expect(nameBuild([], pages, [{ ...page, content: "<p>b</p>" }, data])).not.toBe(name);
});

test("pictures are kept while there is room; one that is as large as Mermaid is not, and what changes has another revision", async () => {
  const folder = mkdtempSync(join(tmpdir(), "hopwise-pictures-"));
  const write = (name: string, bytes: number) => {
    writeFileSync(join(folder, name), "p".repeat(bytes));
    return [`chapters/shop/${name}`, join(folder, name)] as const;
  };
  const many = Array.from({ length: 8 }, (_, n) => write(`many-${n}.png`, 650_000));
  const pictures = new Map([write("a b.png", 10), write("huge.png", 800_000), ...many, write("last.png", 20)]);
  const kept = await keepPictures(pictures);
  const names = kept.map(({ url }) => url.replace("chapters/shop/", ""));
  expect(names).toEqual(["a%20b.png", ...many.slice(0, 7).map((_, n) => `many-${n}.png`), "last.png"]);
  write("a b.png", 11);
  expect((await keepPictures(pictures))[0]?.revision).not.toBe(kept[0]?.revision);
});
