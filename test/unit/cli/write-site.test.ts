import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readApp } from "../../../src/cli/read-app.ts";
import { siteMark } from "../../../src/cli/read-files.ts";
import { writeSite } from "../../../src/cli/write-site.ts";

/** An app of three files, built by hand. */
async function makeApp() {
  const folder = mkdtempSync(join(tmpdir(), "hopwise-app-"));
  mkdirSync(join(folder, "assets"));
  mkdirSync(join(folder, ".vite"));
  writeFileSync(join(folder, "index.html"), "<html>");
  writeFileSync(join(folder, "assets", "app.js"), "app");
  writeFileSync(join(folder, ".vite", "manifest.json"), "{}");
  return readApp(folder);
}

const out = () => mkdtempSync(join(tmpdir(), "hopwise-site-"));

test("a site is the app's files and those made from chapters; another build takes away only what was ours", async () => {
  const app = await makeApp();
  const folder = out();
  await writeSite(folder, app, [{ path: "library/old.json", content: "1" }]);
  writeFileSync(join(folder, "CNAME"), "docs.test");
  await writeSite(folder, app, [{ path: "library/new.json", content: "2" }]);
  expect(readdirSync(folder).sort()).toEqual([siteMark, "CNAME", "assets", "library"].sort());
  expect(readdirSync(join(folder, "library"))).toEqual(["new.json"]);
  expect(readFileSync(join(folder, "assets", "app.js"), "utf8")).toBe("app");
});

test("a folder of someone else's is refused and left as it was", async () => {
  const folder = out();
  writeFileSync(join(folder, "thesis.md"), "years of work");
  await expect(writeSite(folder, await makeApp(), [], "thesis")).rejects.toThrow("thesis is not empty");
  expect(readdirSync(folder)).toEqual(["thesis.md"]);
});

test("a forged list leads nowhere outside the folder", async () => {
  const folder = out();
  const outside = join(out(), "kept.txt");
  writeFileSync(outside, "kept");
  writeFileSync(
    join(folder, siteMark),
    JSON.stringify({ files: ["../../../../../../../../../..".concat(outside), outside] }),
  );
  await writeSite(folder, await makeApp(), []);
  expect(readFileSync(outside, "utf8")).toBe("kept");
});

test("an app that was not built is said so", async () => {
  await expect(readApp(out())).rejects.toThrow("npm run build");
});
