import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { tempFolder } from "../../fixtures/temp-folder.ts";
import { runHopwise } from "./run-hopwise.ts";

test("the first chapter has no problems, and each of its failures bites", async () => {
  const folder = tempFolder();
  expect((await runHopwise(["init"], { folder })).out).toContain("written  flows/sign-in.md");
  const checked = await runHopwise(["check", "flows", "--strict", "--json"], { folder });
  const { problems } = JSON.parse(checked.out);
  expect(problems.filter(({ severity }: { severity: string }) => severity !== "info")).toEqual([]);
  const healthy = JSON.parse((await runHopwise(["run", "flows/sign-in.md", "--json"], { folder })).out);
  expect(healthy.verdict.outcome).toBe("ok");
  expect(healthy.total).toMatchObject({ min: 25, max: 100 });
  for (const fault of ["dns", "gateway", "app", "postgres", "sessions"]) {
    const run = JSON.parse((await runHopwise(["run", "flows/sign-in.md", "--fail", fault, "--json"], { folder })).out);
    expect(run.verdict.outcome, fault).not.toBe("ok");
  }
});

test("what is there is kept", async () => {
  const folder = tempFolder();
  writeFileSync(join(folder, "sign-in.md"), "# Mine\n");
  const { status, out } = await runHopwise(["init", "."], { folder });
  expect({ status, out }).toEqual({ status: 0, out: expect.stringContaining("kept     sign-in.md") });
  expect(readFileSync(join(folder, "sign-in.md"), "utf8")).toBe("# Mine\n");
  expect(readFileSync(join(folder, "index.md"), "utf8")).toContain("title: Our flows");
});

test("a file is no folder", async () => {
  const folder = tempFolder();
  writeFileSync(join(folder, "flows"), "");
  expect(await runHopwise(["init"], { folder })).toMatchObject({
    status: 2,
    err: expect.stringContaining("flows cannot be written to: it is a file."),
  });
});
