import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readCsv } from "../../fixtures/read-csv.ts";
import { readPng } from "../../fixtures/read-png.ts";
import { tempFolder } from "../../fixtures/temp-folder.ts";
import { runHopwise } from "./run-hopwise.ts";

const task = "scenarios/honeydue/create-task.md";

test("export writes Mermaid, Markdown and CSV to standard output, and nothing else", async () => {
  const mermaid = await runHopwise(["export", task, "--as", "mermaid", "--fail", "coredns-down"]);
  expect(mermaid).toMatchObject({ status: 0, err: "" });
  expect(mermaid.out).toMatch(/^sequenceDiagram\n[\s\S]*Traefik-xCoreDNS: [\s\S]*\n$/);
  const markdown = await runHopwise(["export", task, "--as", "markdown", "--fail", "coredns-down"]);
  expect(markdown.out).toContain(mermaid.out);
  const csv = await runHopwise(["export", task, "--as", "csv", "--with", "connection=warm"]);
  expect(readCsv(csv.out).length).toBeGreaterThan(20);
});

test("export writes a file with -o, and says why when it cannot", async () => {
  const folder = tempFolder();
  const args = ["export", task, "--as", "markdown", "-o"];
  expect(await runHopwise([...args, join(folder, "a.md")])).toEqual({ status: 0, out: "", err: "" });
  expect(await readFile(join(folder, "a.md"), "utf8")).toMatch(/^# User creates a task/);
  const refused = await runHopwise([...args, join(folder, "missing", "a.md")]);
  expect(refused.status).toBe(2);
  expect(refused.err).toMatch(/could not be written: its folder is not there\./);
});

test("the ending of -o says the form, and --as goes before it", async () => {
  const folder = tempFolder();
  const write = async (name: string, ...more: string[]) => {
    const said = await runHopwise(["export", task, "-o", join(folder, name), ...more]);
    return said.status === 0 ? readFile(join(folder, name), "utf8") : said.err;
  };
  expect(await write("flow.svg")).toMatch(/^<svg /);
  expect(await write("Flow.MD")).toMatch(/^# User creates a task/);
  expect(await write("flow.mermaid")).toMatch(/^sequenceDiagram/);
  // For programs: the mark that Excel wants would stand in the first column's name.
  expect(await write("flow.txt", "--as", "csv")).toMatch(/^[a-z]+,/);
  expect(await write("flow.pdf")).toMatch(
    /Say what to write with --as: mermaid.* The name .*flow\.pdf does not say it/,
  );
  expect(await write(".")).toContain("--as");
});

test("export into a folder names the file as the app does, and says so", async () => {
  const folder = tempFolder();
  for (const [form, ending] of Object.entries({
    mermaid: "mmd",
    markdown: "md",
    svg: "svg",
    html: "html",
    csv: "csv",
  })) {
    const file = join(folder, `user-creates-a-task.${ending}`);
    const said = await runHopwise(["export", task, "--as", form, "-o", folder]);
    expect(said).toEqual({ status: 0, out: "", err: `Wrote ${file}\n` });
    expect((await readFile(file)).length).toBeGreaterThan(1_000);
  }
});

test("export draws a picture: dark, to scale, one hop, without the waterfall", async () => {
  const args = ["export", task, "--as", "svg", "--fail", "coredns-down"];
  const whole = await runHopwise(args);
  expect(whole.out).toMatch(/^<svg [^>]*width="\d+"/);
  const hop = await runHopwise([...args, "--hop", "3", "--theme", "dark", "--spacing", "scale", "--no-waterfall"]);
  expect(hop.out.length).toBeLessThan(whole.out.length / 2);
  expect(hop.out).toContain("#16191f");
  expect(hop.out).not.toContain("The failure travels back");
  expect((await runHopwise([...args, "--hop", "9"])).err).toMatch(/hops 1 to 7/);
});

test("export draws a PNG without a browser, in the size that was asked for", async () => {
  const folder = tempFolder();
  const args = ["export", task, "--fail", "coredns-down", "--hop", "5"];
  const size = /width="(\d+)" height="(\d+)"/.exec((await runHopwise([...args, "--as", "svg"])).out);
  for (const scale of [1, 3]) {
    const out = join(folder, `at-${scale}.png`);
    expect(await runHopwise([...args, "--as", "png", "--scale", `${scale}`, "-o", out])).toMatchObject({
      status: 0,
      err: "",
    });
    const png = readPng(await readFile(out));
    expect([png.width, png.height]).toEqual([scale * Number(size?.[1]), scale * Number(size?.[2])]);
    // Paper and ink: neither blank nor black.
    expect(png.colors).toBeGreaterThan(20);
  }
  expect((await runHopwise([...args, "--as", "png"])).out).toMatch(/^\d+ bytes$/);
  expect((await runHopwise([...args, "--as", "png"], { outputIsTerminal: true })).err).toContain("-o");
  expect((await runHopwise([...args, "--as", "png", "--scale", "9"])).err).toContain("1 to 4");
});

test("a chapter in signs that Inter does not have is drawn too, and that is said", async () => {
  const japanese = await runHopwise(["export", "test/fixtures/chapters/japanese.md", "--as", "svg"]);
  expect(japanese.err).toMatch(/^Inter has no shape for /);
  expect(japanese.out).toMatch(/<text [^>]*>[^<]*\p{Script=Han}/u);
  const live = await runHopwise(["export", task, "--as", "svg", "--live-text"]);
  expect(live.out).toMatch(/<text [^>]*>/);
  expect(live.out).not.toContain("<use");
});

test("export writes a page that plays offline, opened where it is wanted", async () => {
  const args = ["export", task, "--as", "html", "--fail", "coredns-down"];
  const page = await runHopwise([...args, "--at", "3.1"]);
  expect(page).toMatchObject({ status: 0, err: "" });
  const [, data = ""] = /<script type="application\/json" id="run">(.*?)<\/script>/s.exec(page.out) ?? [];
  const { steps, start } = JSON.parse(data);
  expect(steps[start].says).toMatch(/^3\.1 .* CoreDNS down/);
  expect((await runHopwise([...args, "--at", "7.1"])).err).toContain('never comes to "7.1"');
});

test("export links a post-mortem and a page to the run on the site that is named", async () => {
  const run = ["--fail", "coredns-down", "--with", "connection=warm"];
  const link = "https://example.org/flows/?v=1&chapter=honeydue/create-task&fail=coredns-down&with=connection:warm";
  const markdown = ["export", task, "--as", "markdown", ...run];
  expect((await runHopwise(markdown)).out).not.toContain("](http");
  for (const site of ["https://example.org/flows", "https://example.org/flows/?theme=dark"])
    expect((await runHopwise([...markdown, "--site", site])).out).toContain(`(${link})`);
  const page = await runHopwise([
    "export",
    task,
    "--as",
    "html",
    ...run,
    "--at",
    "1.2",
    "--site",
    "https://a.example/x.html",
  ]);
  expect(page.out).toContain("https://a.example/x.html?v=1&#38;chapter=honeydue/create-task&#38;at=1.2&#38;fail=");
  const refused = await runHopwise([...markdown, "--site", "javascript:alert(1)"]);
  expect(refused).toMatchObject({ status: 2, err: expect.stringContaining("--site wants a whole address") });
});

test("export wants a form that it knows", async () => {
  expect((await runHopwise(["export", task])).status).toBe(2);
  const { status, err } = await runHopwise(["export", task, "--as", "gif"]);
  expect(status).toBe(2);
  expect(err).toContain("mermaid");
});
