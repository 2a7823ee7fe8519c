import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BenchRow } from "./rows.ts";
import { median } from "./statistics.ts";

/** The command over a folder of chapters of 3 kB, whole process. */
export function measureCommands(root: string): BenchRow[] {
  return [
    measure(root, 500, 3_000, (folder) => ["check", folder]),
    measure(root, 50, 1_000, (folder) => ["build", folder, "-o", join(folder, "site")]),
  ];
}

function measure(root: string, chapters: number, most: number, args: (folder: string) => string[]): BenchRow {
  const folder = mkdtempSync(join(tmpdir(), "hopwise-bench-"));
  for (let n = 1; n <= chapters; n += 1) writeFileSync(join(folder, `chapter-${n}.md`), writeChapter(n));
  const [name = ""] = args(folder);
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    rmSync(join(folder, "site"), { recursive: true, force: true });
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, [join(root, "dist", "cli.js"), ...args(folder)], {
      encoding: "utf8",
    });
    times.push(performance.now() - start);
    if (status !== 0) throw new Error(`hopwise ${name} ended with ${status}: ${stderr}`);
  }
  rmSync(folder, { recursive: true });
  const took = median(times);
  return {
    what: `hopwise ${name}, ${chapters} chapters of 3 kB`,
    measured: `${(took / 1000).toFixed(2)} s`,
    wanted: `≤ ${most / 1000} s`,
    met: took <= most,
    figures: { times },
  };
}

function writeChapter(n: number): string {
  const hops = [1, 2, 3, 4].map(
    (hop) => `## Hop ${hop} — Part ${hop}

\`\`\`mermaid
sequenceDiagram
    participant App
    participant Api${n}
    participant Store
    App->>Api${n}: request ${hop} of chapter ${n}
    Api${n}->>Store: SELECT things WHERE chapter = ${n}
    Store-->>Api${n}: rows
    alt found
        Api${n}-->>App: 200 and the things
    else missing
        Api${n}-->>App: 404
    end
\`\`\`

- Latency: ${hop}–${hop * 3} ms
- Ordinary words about what happens here, so that the chapter is as long as chapters are.
`,
  );
  return `# Chapter ${n}\n\n${hops.join("\n")}\n## Failures\n\n| Layer fails | User sees | Recovery |\n| --- | --- | --- |\n| Store down | 500 errors | Restart the store |\n| Api${n} down | 502 | Restart the pod |\n\n${"More prose follows the table. ".repeat(30)}\n`;
}
