import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { nameBuild, printWorker, readOffline, workerName } from "../../../src/cli/offline.ts";
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
