import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { measureApp } from "./app-rows.ts";
import { measureBlast } from "./blast-row.ts";
import { measureCommands } from "./command-row.ts";
import { measureDrawing, measureSampling } from "./draw-rows.ts";
import { measureEmbeds } from "./embed-rows.ts";
import { measurePageTasks } from "./page-tasks.ts";
import { type BenchRow, printRows } from "./rows.ts";
import { measureWriting } from "./write-rows.ts";

/** Measures everything (or the parts named: draw, sample, app, blast, tasks, write, command, embed), prints a table and writes dist/bench.json. */
export async function bench(root: string, wanted: readonly string[]): Promise<void> {
  const parts: Record<string, () => Promise<BenchRow[]>> = {
    draw: () => measureDrawing(root),
    sample: async () => [await measureSampling(root)],
    app: () => measureApp(root),
    blast: async () => measureBlast(root),
    tasks: () => measurePageTasks(root),
    write: () => measureWriting(root),
    command: async () => measureCommands(root),
    embed: () => measureEmbeds(root),
  };
  const rows: BenchRow[] = [];
  for (const [name, measure] of Object.entries(parts)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    console.log(`Measuring: ${name} …`);
    rows.push(...(await measure()));
  }
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}, Node ${process.versions.node}`;
  console.log(`\n${printRows(rows)}\n\n${machine}`);
  mkdirSync(join(root, "dist"), { recursive: true });
  writeFileSync(
    join(root, "dist", "bench.json"),
    JSON.stringify({ machine, at: new Date().toISOString(), rows }, null, 2),
  );
}
