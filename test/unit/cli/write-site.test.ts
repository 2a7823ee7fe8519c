import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readApp } from "../../../src/cli/read-app.ts";
import { siteMark } from "../../../src/cli/read-files.ts";
import { writeSite } from "../../../src/cli/write-site.ts";
import { tempFolder } from "../../fixtures/temp-folder.ts";
import { makeApp } from "./make-app.ts";

test("a site is the app's files and those made from chapters; another build takes away only what was ours", async () => {
  const app = await readApp(makeApp());
  const folder = tempFolder();
  await writeSite(folder, app, [{ path: "library/old.json", content: "1" }]);
  writeFileSync(join(folder, "CNAME"), "docs.test");
  await writeSite(folder, app, [{ path: "library/new.json", content: "2" }]);
  expect(readdirSync(folder).sort()).toEqual([siteMark, "CNAME", "assets", "library"].sort());
  expect(readdirSync(join(folder, "library"))).toEqual(["new.json"]);
  expect(readFileSync(join(folder, "assets", "app.js"), "utf8")).toBe("app");
});

test("a folder of someone else's is refused and left as it was", async () => {
  const folder = tempFolder();
  writeFileSync(join(folder, "thesis.md"), "years of work");
  await expect(writeSite(folder, await readApp(makeApp()), [], "thesis")).rejects.toThrow("thesis is not empty");
  expect(readdirSync(folder)).toEqual(["thesis.md"]);
});

test("a forged list leads nowhere outside the folder", async () => {
  const folder = tempFolder();
  const outside = join(tempFolder(), "kept.txt");
  writeFileSync(outside, "kept");
  writeFileSync(
    join(folder, siteMark),
    JSON.stringify({ files: ["../../../../../../../../../..".concat(outside), outside] }),
  );
  await writeSite(folder, await readApp(makeApp()), []);
  expect(readFileSync(outside, "utf8")).toBe("kept");
});

test("an app that was not built is said so", async () => {
  await expect(readApp(tempFolder())).rejects.toThrow("npm run build");
});
