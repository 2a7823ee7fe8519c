import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { tempFolder } from "../../fixtures/temp-folder.ts";
import { makeApp } from "./make-app.ts";
import { root, runHopwise } from "./run-hopwise.ts";

const app = makeApp();

/** A folder with the shipped chapters and a README, and the way to build from it. */
function makeFolder() {
  const folder = tempFolder();
  cpSync(join(root, "scenarios", "honeydue"), join(folder, "flows"), { recursive: true });
  writeFileSync(join(folder, "README.md"), "# Not a chapter\n");
  const build = (...args: string[]) => runHopwise(["build", ...args], { folder, app });
  const read = (file: string) => readFileSync(join(folder, "site", file), "utf8");
  return { folder, build, read };
}

const chapter = (title: string) => `# ${title}\n\n\`\`\`mermaid\nsequenceDiagram\n  A->>B: ${title}\n\`\`\`\n`;

const page = "flows/flows/create-task/user-creates-a-task/";

test("a site has a page for each scenario that search engines and previews can read", async () => {
  const { folder, build, read } = makeFolder();
  const { status, out, err } = await build("--base", "https://docs.test/flows/");
  expect({ status, err }).toEqual({ status: 0, err: "" });
  expect(out).toContain("7 scenarios");
  const html = read(`${page}index.html`);
  expect(html).toContain("<title>User creates a task · ");
  expect(html).toContain(`<link rel="canonical" href="https://docs.test/flows/${page}" />`);
  expect(html).toContain('<meta property="og:title" content="User creates a task · ');
  expect(html).toMatch(/<meta name="description" content="[^"]{20,}" \/>/);
  expect(html).toMatch(/<noscript>.*Mobile client → Cloudflare edge \(.*POST .*CoreDNS.*<\/noscript>/s);
  expect(html).toContain('src="../../../../theme-first.js"');
  expect(html).not.toMatch(/ (href|src)="\.\//);
  const start = read("index.html");
  expect(start).toMatch(/<title>[^<]+ · Hopwise<\/title>/);
  expect(start).toContain('<meta property="og:type" content="website" />');
  expect(read("sitemap.xml").match(/<loc>/g)).toHaveLength(8);
  expect(read("sitemap.xml")).toContain(`<loc>https://docs.test/flows/${page}</loc>`);
  expect(read("assets/app.js")).toBe("app");
  // What plays nothing is no part of the site, nor are Vite's own notes.
  expect(existsSync(join(folder, "site", "chapters", "flows", "README.md"))).toBe(false);
  expect(existsSync(join(folder, "site", ".vite"))).toBe(false);
});

test("the policy that is open to frames is nowhere but on the embed page, and no address has two", async () => {
  const { build, read } = makeFolder();
  writeFileSync(join(app, "embed.html"), readFileSync(join(app, "index.html")));
  await build("--base", "/docs/flows/");
  const rules = read("_headers")
    .split("\n\n")
    .slice(1)
    .map((block) => block.split("\n"));
  const open = rules.filter((lines) => lines.join().includes("frame-ancestors *")).map(([path]) => path);
  expect(open).toEqual(["/docs/flows/embed.html", "/docs/flows/embed"]);
  const withPolicy = rules
    .filter((lines) => lines.join().includes("Content-Security-Policy"))
    .map(([path = ""]) => path);
  for (const one of withPolicy) {
    const fits = withPolicy.filter(
      (other) => other === one || (other.endsWith("*") && one.startsWith(other.slice(0, -1))),
    );
    expect(fits).toEqual([one]);
  }
  for (const lines of rules) expect(lines.join()).not.toMatch(/unsafe-(inline|eval)/);
});

test("a site with a whole address says of each scenario how it is embedded, where a pasted link is looked up", async () => {
  const { build, read } = makeFolder();
  await build("--base", "https://docs.test/flows/");
  const page = read("flows/flows/create-task/user-creates-a-task/index.html");
  const href = /<link rel="alternate" type="application\/json\+oembed" href="([^"]*)"/.exec(page)?.[1] ?? "";
  expect(href).toMatch(/^https:\/\/docs\.test\/flows\/flows\//);
  const said = JSON.parse(read(href.slice("https://docs.test/flows/".length)));
  expect(said).toMatchObject({ version: "1.0", type: "rich", title: "User creates a task" });
  expect(said.html).toContain(
    'src="https://docs.test/flows/embed.html?v=1&amp;chapter=flows/create-task&amp;embed=v1"',
  );
  expect(said.html).toContain('sandbox="allow-scripts allow-same-origin allow-popups"');

  await build("--base", "/flows/");
  expect(read("flows/flows/create-task/user-creates-a-task/index.html")).not.toContain("oembed");
});

test("pictures beside the chapters come with the site, once; one that is not there is named, one from outside is left", async () => {
  const { folder, build, read } = makeFolder();
  const flows = join(folder, "flows");
  mkdirSync(join(flows, "img"));
  writeFileSync(join(flows, "img", "a plan.png"), "plan");
  writeFileSync(join(folder, "secret.png"), "secret");
  writeFileSync(
    join(flows, "pictured.md"),
    `# Pictured

![plan](img/a%20plan.png) ![gone](<gone.svg>) ![out](../secret.png) ![code](..%2Fsecret.png) ![codes](%2e%2e%5C..%2fsecret.png) ![far](https://elsewhere.test/far.png)

## Hop 1 — A → B

\`\`\`mermaid
sequenceDiagram
A->>B: look
\`\`\`

- As [drawn][plan] before. ![again][plan]

[plan]: ./img/a%20plan.png "The plan"
`,
  );
  const { out, status } = await build();
  expect(status).toBe(0);
  expect(out).toContain(`not there: ${join("flows", "gone.svg")}\n`);
  expect(JSON.parse((await build("--json")).out).missingPictures).toEqual([join("flows", "gone.svg")]);
  expect(read("chapters/flows/img/a plan.png")).toBe("plan");
  expect(existsSync(join(folder, "site", "chapters", "secret.png"))).toBe(false);
  expect(existsSync(join(folder, "site", "secret.png"))).toBe(false);
  // They are the site's: the next build takes away what no chapter shows any more.
  writeFileSync(join(flows, "pictured.md"), chapter("Pictured"));
  expect((await build()).out).not.toContain("not there");
  expect(existsSync(join(folder, "site", "chapters", "flows", "img", "a plan.png"))).toBe(false);
});

test("a site built into the folder is not read as chapters the next time", async () => {
  const { build } = makeFolder();
  const first = JSON.parse((await build("--json")).out);
  const again = JSON.parse((await build("--json")).out);
  expect(again).toEqual(first);
  expect(first.scenarios).toBe(7);
});

test("two folders of one name are two libraries, and ids that no file system takes are made safe", async () => {
  const { folder, build, read } = makeFolder();
  for (const at of ["a/shop", "b/shop"]) {
    mkdirSync(join(folder, at), { recursive: true });
    writeFileSync(join(folder, at, "index.md"), `# Shop ${at}\n`);
    const steps = `\`\`\`mermaid\nsequenceDiagram\n  A->>B: hi ${at}\n\`\`\`\n`;
    writeFileSync(join(folder, at, "..md"), `# <script>alert(1)</script>\n\n${steps}`);
  }
  const { pages } = JSON.parse((await build("--json")).out);
  const ours = pages.filter((path: string) => path.includes("/shop"));
  expect(ours).toHaveLength(2);
  expect(read(ours[0])).toContain("hi a/shop");
  expect(read(ours[1])).toContain("hi b/shop");
  expect(read(ours[0])).not.toContain("<script>alert");
});

test.each([
  ["a base that is none", ["--base", "flows"], "--base wants"],
  ["a folder in use", ["-o", "flows"], "flows is not empty"],
  ["nothing to play", ["README.md"], "nothing to play"],
])("%s is wrong usage, and says what to do", async (_what, args, words) => {
  const { status, err } = await makeFolder().build(...args);
  expect({ status, err }).toEqual({ status: 2, err: expect.stringContaining(words) });
});

test("problems that are errors end with 1, and the site is there all the same", async () => {
  const { folder, build, read } = makeFolder();
  writeFileSync(join(folder, "flows", "cut.md"), "# Cut\n\n```mermaid\nsequenceDiagram\n  A->>B: fine\n  A->>\n```\n");
  const { status, out } = await build();
  expect(status).toBe(1);
  expect(out).toMatch(/cut\.md:6:\d+ error/);
  expect(read("flows/flows/cut/cut/index.html")).toContain("A → B: fine");
});
