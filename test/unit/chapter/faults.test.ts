import { describe, expect, it } from "vitest";
import { getVerdict } from "../../../src/analysis/get-verdict.ts";
import { sayVerdict } from "../../../src/analysis/say-verdict.ts";
import { parseChapter } from "../../../src/chapter/parse-chapter.ts";
import { simulate } from "../../../src/engine/simulate.ts";
import { healthyRun } from "../../../src/model/run.ts";

function fence(text: string): string {
  return `\n\`\`\`mermaid\nsequenceDiagram\n${text}\n\`\`\`\n`;
}

const plain = "| Failure | User sees | Recovery |\n|---|---|---|\n";

function read(text: string) {
  return parseChapter("t.md", text);
}

function headline(text: string, fault: string, scenarioAt = 0): string {
  const { scenarios, system } = read(text);
  const scenario = scenarios[scenarioAt];
  if (scenario === undefined) throw new Error("no such scenario");
  const trace = simulate(scenario, system, { ...healthyRun, faults: [{ id: fault }] });
  return sayVerdict(scenario, system, trace, getVerdict(scenario, system, trace)).headline;
}

const lookUps =
  "# Shop\n\n## Order\n\n### Hop 1 — App → edge\n" +
  fence(
    "participant App as Phone\nparticipant DNS as Local DNS\nparticipant CF as Cloudflare edge\nApp->>DNS: Resolve shop.example.com\nDNS-->>App: 203.0.113.7\nApp->>CF: POST /orders",
  ) +
  "\n### Hop 2 — Edge → origin\n" +
  fence(
    "participant CF as Cloudflare edge\nparticipant DNS as CF internal DNS\nparticipant O as Origin\nCF->>DNS: Which origin for shop.example.com?\nDNS-->>CF: 198.51.100.4\nCF->>O: POST /orders",
  );

describe("a fault whose symptom names a look-up", () => {
  it("bites where the client side looks that name up, not where a name is like its own", () => {
    const text = `${lookUps}\n${plain}| Cloudflare DNS down | Can't resolve shop.example.com | wait |\n`;
    expect(headline(text, "cloudflare-dns-down")).toContain("dies at hop 1");
  });

  it("goes by its name when the symptom names no host", () => {
    const text = `${lookUps}\n${plain}| Cloudflare DNS down | Can't resolve the origin | wait |\n`;
    expect(headline(text, "cloudflare-dns-down")).toContain("dies at hop 2");
  });
});

it("adds a wait that users see once in all, however many calls pass the slow part", () => {
  const chain = fence(
    "App->>API: GET\nAPI->>DB: SELECT\nDB-->>API: rows\nAPI->>DB: UPDATE\nDB-->>API: ok\nAPI-->>App: 200",
  );
  const { scenarios, system } = read(`# Shop\n${chain}\n${plain}| API slow | answers take 3 s longer | scale |\n`);
  const [scenario] = scenarios;
  if (!scenario) throw new Error("no scenario");
  const fault = "api-slow";
  const trace = (run: typeof system) => simulate(scenario, run, { ...healthyRun, faults: [{ id: fault }] });
  expect(trace(system).total).toEqual({ min: 3000, max: 3000 });
  // Only the call that waits is marked.
  expect(trace(system).messages.map(({ outcome }) => outcome)).toEqual(["slow", "ok", "ok", "ok", "ok", "ok"]);
  // What an author says in so many words is per call, as FORMAT.md has it.
  const said = { ...system, faults: system.faults.map((each) => ({ ...each, inferred: [] })) };
  expect(trace(said).total).toEqual({ min: 9000, max: 9000 });
});

it("are the causes in a table of symptoms, their causes and what to do", () => {
  const chain = fence("App->>API: GET\nAPI->>Redis: GET\nRedis-->>API: value\nAPI-->>App: 200");
  const table =
    "| Symptom | Likely cause | Do this |\n|---|---|---|\n| 502 Bad Gateway | API is down | roll back |\n| Slow pages | Redis evicts keys | add memory |\n";
  const { system } = read(`# Shop\n${chain}\n${table}`);
  expect(system.faults.map(({ title, userSees, recovery, layer }) => [title, userSees, recovery, layer])).toEqual([
    ["API is down", "502 Bad Gateway", "roll back", "api"],
    ["Redis evicts keys", "Slow pages", "add memory", "redis"],
  ]);
  const causeBeside =
    "| Failure | Cause | Impact | Fix |\n|---|---|---|---|\n| API down | disk is full | 502 | clean up |\n";
  expect(read(`# Shop\n${chain}\n${causeBeside}`).system.faults.map(({ title }) => title)).toEqual(["API down"]);
});

describe("several lifelines of one name", () => {
  const roll = `## Roll-out\n${fence("participant LB\nparticipant A as api pod v1\nparticipant B as api pod v2 (starting)\nLB->>A: request 1\nA-->>LB: 200\nLB->>B: request 2\nB-->>LB: 200")}`;

  it("are all covered when only a version tells them apart", () => {
    const chapter = read(`# T\n\n${roll}\n${plain}| api pod OOM | 502 | wait |\n`);
    const pods = chapter.scenarios[0]?.participants.filter((each) => each.layer === "api-pod");
    expect(pods?.map((each) => each.ids[0])).toEqual(["A", "B"]);
  });

  it("are asked about when they are different things, even if another scenario has only one", () => {
    const one = `## Read\n${fence("participant App\nparticipant DB as Postgres\nApp->>DB: SELECT")}`;
    const two = `## Replicate\n${fence("participant P as Postgres primary\nparticipant R as Postgres replica\nP->>R: WAL")}`;
    const { problems } = read(`# T\n\n${one}\n${two}\n${plain}| Postgres down | 500 | wait |\n`);
    const asked = problems.filter((each) => each.code === "fault/ambiguous-layer");
    expect(asked.map((each) => each.message)).toEqual([
      expect.stringContaining("“Postgres primary”, “Postgres replica” in “Replicate”, and bites nothing there"),
    ]);
  });
});

it("gives one id of several scenarios the layer concluded for it in one", () => {
  const first = `## Write\n${fence("participant API\nparticipant Neon as Neon pooler (Postgres)\nAPI->>Neon: INSERT")}`;
  const second = `## Read\n${fence("participant API\nparticipant Neon\nAPI->>Neon: SELECT")}`;
  const { scenarios } = read(`# T\n\n${first}\n${second}\n${plain}| Neon pooler down | 500 | wait |\n`);
  const layers = scenarios.map((each) => each.participants.find((one) => one.ids.includes("Neon"))?.layer);
  expect(layers).toEqual(["neon-pooler", "neon-pooler"]);
});

describe("a part and its failure in two columns", () => {
  const titles = (rows: string) =>
    read(
      `# T\n${fence("A->>Redis: GET")}\n| Component | Failure | User sees |\n|---|---|---|\n${rows}`,
    ).system.faults.map((each) => each.title);

  it.each([
    ["Redis", "down", "Redis down"],
    ["Redis", "Down", "Redis down"],
    ["api", "OOM-killed", "api OOM-killed"],
    ["Payments", "Returns 500", "Payments returns 500"],
    ["Redis", "nicht erreichbar", "Redis nicht erreichbar"],
    ["Postgres", "connection pool exhausted", "Postgres: connection pool exhausted"],
    ["S3", "Access denied", "S3: Access denied"],
    ["Redis", "Redis unreachable", "Redis unreachable"],
  ])("%s | %s", (part, failure, title) => expect(titles(`| ${part} | ${failure} | errors |\n`)).toEqual([title]));

  it("makes a headline that reads, whoever put the colon there", () => {
    const text = `# T\n${fence("A->>Redis: GET")}\n${plain}| Redis: down | 500 | wait |\n`;
    expect(headline(text, "redis-down")).toBe("Redis is down: the request dies at hop 1.");
  });
});

it("leaves a scenario's tables in its notes, where the sentence before them stands", () => {
  const text = `# T\n\n## Order\n${fence("A->>Redis: GET")}\nWhat can go wrong:\n\n${plain}| Redis down | 500 | wait |\n\n| Hop | Latency |\n|---|---|\n| A → Redis | 1 ms |\n`;
  const [scenario] = read(text).scenarios;
  expect(scenario?.notes.map((node) => node.type)).toEqual(["paragraph", "table", "table"]);
  expect(scenario?.budget?.rows).toHaveLength(1);
});

describe("a table of failures in an author's own words", () => {
  const faultsOf = (chain: string, table: string) =>
    read(`# Shop\n${fence(chain)}\n${table}`).system.faults.map(({ title, layer, then, recovery }) => [
      title,
      layer,
      then,
      recovery,
    ]);

  it("is read from what broke and how it was fixed", () => {
    const table = "| What broke | Customer impact | How we fixed it | Who to page |\n|---|---|---|---|\n";
    const row = '| PSP down | "Payment failed" | Certbot by hand | oncall |\n';
    expect(faultsOf("Shop->>PSP: charge", table + row)).toEqual([["PSP down", "psp", "fail", "Certbot by hand"]]);
  });

  it("names the part that is broken in German, and that a failure is of in Japanese", () => {
    const german = "| Ausfall | Nutzer sieht | Abhilfe |\n|---|---|---|\n| Mailversand kaputt | nichts | warten |\n";
    expect(faultsOf("App-)Mailversand: Hinweis", german)).toEqual([
      ["Mailversand kaputt", "mailversand", "fail", "warten"],
    ]);
    const japanese = "| 障害 | 影響 | 復旧 |\n|---|---|---|\n| 決済会社の遅延 | 画面が固まる | 待つ |\n";
    expect(faultsOf("店->>決済会社: 与信", japanese)).toEqual([["決済会社の遅延", "決済会社", undefined, "待つ"]]);
  });
});
