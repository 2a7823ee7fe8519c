import { expect, test } from "vitest";
import { runHopwise } from "./run-hopwise.ts";

const task = "scenarios/honeydue/create-task.md";

test("outline --json is one document with what was read", async () => {
  const { status, out } = await runHopwise(["outline", task, "--json"]);
  const outline = JSON.parse(out);
  expect(status).toBe(0);
  expect(outline.title).toBe("User creates a task");
  expect(outline.scenarios).toHaveLength(1);
  const [scenario] = outline.scenarios;
  expect(scenario.hops).toHaveLength(7);
  expect(scenario.hops[0]).toMatchObject({
    n: 1,
    title: "Mobile client → Cloudflare edge",
    latency: { min: 5, max: 15 },
  });
  expect(scenario.hops[0].messages[0]).toMatchObject({ n: 1, from: "App", to: "DNS", arrow: "->>" });
  expect(scenario.notes[0].text).toContain("\n");
  expect(scenario.choices.map(({ id }: { id: string }) => id).sort()).toEqual(["connection", "placement", "postgres"]);
  for (const choice of scenario.choices) expect(choice.branches).toContain(choice.default);
  expect(scenario.budget.stated).toEqual({ min: 220, max: 310 });
  expect(outline.faults).toHaveLength(12);
  expect(Object.keys(outline)).toEqual(["title", "scenarios", "layers", "faults", "problems"]);
});

test("where nothing is sent, check warns and run says that nothing was played", async () => {
  const input = "# Empty\n\n## Nothing\n\n```mermaid\nsequenceDiagram\nparticipant a\n```\n";
  const checked = await runHopwise(["check", "-"], { input });
  expect(checked.out).toContain("warning finding/nothing-sent");
  expect(checked.out).toContain("No failure is named, so there is nothing to switch off.");
  expect((await runHopwise(["check", "-", "--strict"], { input })).status).toBe(1);
  const played = await runHopwise(["run", "-", "--json"], { input });
  expect(played.err).toContain("Nothing is sent in “Nothing”, so nothing was played.");
  JSON.parse(played.out);
});

test("where no latency is stated, run has no figure for a failure's way back either", async () => {
  const calls = "App->>Shop: buy\nShop->>Db: insert\nDb-->>Shop: ok\nShop-->>App: 201";
  const table = "| Failure | User sees |\n| --- | --- |\n| Db down | 500 |";
  const input = `# Buying\n\n\`\`\`mermaid\nsequenceDiagram\n${calls}\n\`\`\`\n\n${table}\n`;
  const { out } = await runHopwise(["run", "-", "--fail", "db-down"], { input });
  expect(out).toMatch(/travels back \(not in the chapter\) +no latency stated/);
  expect(out).not.toMatch(/\b0 ms/);
});

test("where no chapter names a failure, blast says so and how to name one", async () => {
  const input = "```mermaid\nsequenceDiagram\nA->>B: x\n```\n";
  const { status, out } = await runHopwise(["blast", "-"], { input });
  expect(status).toBe(0);
  expect(out).toContain("There are no failures here: no chapter names one.");
  expect(out).toContain("`faults:`");
});

test("check lists what is not covered, and counts the rest only where it is more than one", async () => {
  const listed = async (participants: number) => {
    const lines = Array.from({ length: participants }, (_, n) => `P${n}->>P${n}: x`).join("\n");
    const { out } = await runHopwise(["check", "-"], { input: `\`\`\`mermaid\nsequenceDiagram\n${lines}\n\`\`\`\n` });
    return /not: (.*)/.exec(out)?.[1];
  };
  expect(await listed(7)).toBe("P0 · P1 · P2 · P3 · P4 · P5 · P6");
  expect(await listed(8)).toBe("P0 · P1 · P2 · P3 · P4 · P5 · and 2 more");
});

test("outline of a folder lists all its scenarios", async () => {
  const { out } = await runHopwise(["outline", "scenarios/honeydue", "--json"]);
  const ids = JSON.parse(out).scenarios.map(({ id }: { id: string }) => id);
  expect(ids).toContain("user-creates-a-task");
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThanOrEqual(6);
});

test("run --json has the verdict, the totals and every message", async () => {
  const { status, out, err } = await runHopwise(["run", task, "--fail", "coredns-down", "--json", "--samples", "500"]);
  const run = JSON.parse(out);
  expect({ status, err }).toEqual({ status: 0, err: "" });
  expect(run).toMatchObject({
    scenario: "user-creates-a-task",
    faults: ["coredns-down"],
    verdict: { outcome: "failed", layer: "coredns", hop: 3 },
  });
  expect(run.choices.connection).toBe("new");
  expect(run.verdict.because[0]).toEqual({
    rule: expect.any(String),
    file: expect.stringContaining("honeydue/"),
    line: expect.any(Number),
  });
  const outcomes = new Set(run.messages.map(({ outcome }: { outcome: string }) => outcome));
  expect([...outcomes].sort()).toEqual(["added", "failed", "neverReached", "ok"]);
  for (const message of run.messages) {
    expect(message.end.max === null || message.end.min <= message.end.max).toBe(true);
    expect(message.n === null).toBe(message.outcome === "added");
  }
});

test("the healthy run adds up to what the chapter's rows say, beside what it states", async () => {
  const { out } = await runHopwise(["run", task, "--json", "--seed", "1", "--samples", "20000"]);
  const { total, verdict } = JSON.parse(out);
  expect(verdict.outcome).toBe("ok");
  expect(total).toMatchObject({ min: 214, max: 347, stated: { min: 220, max: 310 } });
  expect(Math.round(total.p50)).toBe(280);
});

test("failures and choices may be named by a part that only one has", async () => {
  const few = ["--json", "--samples", "10"];
  const { out } = await runHopwise(["run", task, "--fail", "CoreDNS", "--with", "connection=warm", ...few]);
  expect(JSON.parse(out)).toMatchObject({
    faults: ["coredns-down"],
    choices: { connection: "warm" },
    verdict: { outcome: "ok" },
  });
  const nic = await runHopwise(["run", task, "--fail", "nic", "--with", "nic=unaffected", ...few]);
  expect(JSON.parse(nic.out)).toMatchObject({
    faults: ["node-nic-fails"],
    choices: { "node-nic-fails": "unaffected" },
  });
});

test("several failures, each from a message on", async () => {
  const { out } = await runHopwise([
    "run",
    task,
    "--fail",
    "redis-down@6.1,ufw-blocks-80@5.2",
    "--json",
    "--samples",
    "10",
  ]);
  expect(JSON.parse(out)).toMatchObject({
    faults: ["redis-down@6.1", "ufw-blocks-80@5.2"],
    verdict: { outcome: "degraded", hop: 6, notHere: ["ufw-blocks-80"] },
  });
});

test.each([
  ["an unknown failure", ["run", task, "--fail", "gremlins"], "redis-down"],
  ["an ambiguous failure", ["run", task, "--fail", "down"], "fits more than one"],
  ["an unknown choice", ["run", task, "--with", "weather=rain"], "connection"],
  ["an unknown branch", ["run", task, "--with", "connection=lukewarm"], "warm"],
  ["an unknown scenario", ["run", task, "--scenario", "nope"], "user-creates-a-task"],
  ["an unsaid scenario", ["run", "scenarios/honeydue"], "--scenario"],
  ["an onset that is not there", ["run", task, "--fail", "redis@5.99"], "there is no 5.99"],
  ["a missing file", ["check", "nowhere.md"], "nowhere.md"],
  ["a folder without chapters", ["check", ".ci"], "no chapters"],
  ["a number that is none", ["run", task, "--samples", "many"], "number"],
  ["an unknown command", ["frob"], "frob"],
  ["an unknown option", ["check", "--frob"], "frob"],
])("%s is wrong usage: status 2, with what there is", async (_what, args, words) => {
  const { status, out, err } = await runHopwise(args);
  expect(status).toBe(2);
  expect(out).toBe("");
  expect(err).toContain(words);
  const json = await runHopwise([...args, "--json"]);
  expect(json.status).toBe(2);
  expect(JSON.parse(json.out).error.message).toEqual(expect.any(String));
});

test("check tells problems with the line and a caret, and ends with 1 when one is an error", async () => {
  const input = "# Cut\n\n```mermaid\nsequenceDiagram\n  A->>B: fine\n  A->>\n```\n";
  const { status, out } = await runHopwise(["check", "-"], { input });
  expect(status).toBe(1);
  expect(out).toMatch(/standard-input\.md:6:\d+ error /);
  expect(out).toContain("6 │   A->>");
  expect(out).toContain("^");
  const json = JSON.parse((await runHopwise(["check", "-", "--json"], { input })).out);
  const errors = json.problems.filter(({ severity }: { severity: string }) => severity === "error");
  expect(errors[0]).toMatchObject({ line: 6, file: "standard-input.md" });
  expect(json.coverage.messages).toEqual({ covered: 0, of: 1, missing: expect.any(Array) });
});

test("warnings are errors only under --strict", async () => {
  const input = "# Only words\n";
  expect((await runHopwise(["check", "-"], { input })).status).toBe(0);
  expect((await runHopwise(["check", "-", "--strict"], { input })).status).toBe(1);
});

test("bare Mermaid text from standard input is a chapter", async () => {
  const input = "sequenceDiagram\n  A->>B: hi\n  B-->>A: ho\n";
  const { status, out } = await runHopwise(["run", "-", "--json"], { input });
  expect(status).toBe(0);
  expect(JSON.parse(out).messages).toHaveLength(2);
});

test("colour only where it is wanted", async () => {
  const colored = async (args: string[], env: Record<string, string>, outputIsTerminal: boolean) => {
    const { out } = await runHopwise(["run", task, "--samples", "10", ...args], { env, outputIsTerminal });
    return out.includes("\u001b[");
  };
  expect(await colored([], {}, true)).toBe(true);
  expect(await colored([], {}, false)).toBe(false);
  expect(await colored([], { NO_COLOR: "1" }, true)).toBe(false);
  expect(await colored([], { FORCE_COLOR: "1" }, false)).toBe(true);
  expect(await colored(["--no-color"], { FORCE_COLOR: "1" }, true)).toBe(false);
  expect(await colored([], { TERM: "dumb" }, true)).toBe(false);
});

test("a chapter cannot command the terminal", async () => {
  const input = "# T\u001b]0;owned\u0007itle\n\n```mermaid\nsequenceDiagram\n  A->>B: \u001b[2Jgone\u202e\n```\n";
  for (const command of ["check", "outline", "run"]) {
    const { out, err } = await runHopwise([command, "-"], { input });
    expect((out + err).replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u202e]/u);
  }
});

test("help is printed to standard output and is no error", async () => {
  const { status, out } = await runHopwise(["--help"]);
  expect(status).toBe(0);
  for (const word of ["check", "outline", "run"]) expect(out).toContain(word);
});

test("check prints a finding's fix in one line, and --json has its edits; the shipped library passes --strict", async () => {
  const said = await runHopwise(["check", "scenarios/honeydue", "--strict"]);
  expect(said.status).toBe(0);
  expect(said.out).toContain("  fix: Change the stated total to the rows' sum, 214–347 ms\n");
  const { problems } = JSON.parse((await runHopwise(["check", "scenarios/honeydue", "--json"])).out);
  const total = problems.find(({ code }: { code: string }) => code === "finding/total-and-sum-differ");
  expect(total.fix.edits).toEqual([{ start: expect.any(Number), end: expect.any(Number), text: "214–347 ms" }]);
});
