import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { simulate } from "../engine/simulate.ts";
import { runMarkdown } from "../export/markdown/run-markdown.ts";
import { runMermaid } from "../export/mermaid/run-mermaid.ts";
import { type PictureOptions, runSvg } from "../export/svg/run-svg.ts";
import { traceCsv } from "../export/trace-csv.ts";
import type { System } from "../model/chapter.ts";
import type { Scenario } from "../model/scenario.ts";
import type { Trace } from "../model/trace.ts";
import type { CommonOptions } from "./common-options.ts";
import { statusOf } from "./exit-status.ts";
import { findScenario } from "./find-scenario.ts";
import { loadLibraries } from "./load-library.ts";
import { sayCounts } from "./print-problems.ts";
import { readRun } from "./read-run.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

export const exportForms = ["mermaid", "markdown", "svg", "csv"] as const;
export type ExportForm = (typeof exportForms)[number];

export interface ExportOptions extends CommonOptions {
  readonly scenario?: string;
  readonly fail: readonly string[];
  readonly with: readonly string[];
  readonly as: ExportForm;
  readonly out?: string;
  readonly theme: "light" | "dark";
  readonly spacing: "even" | "scale";
  readonly hop?: number;
  /** False for the stage alone. */
  readonly waterfall: boolean;
}

/** `hopwise export`: a run in another form, to a file or to standard output. Returns the exit status. */
export async function exportRun(path: string, options: ExportOptions, terminal: Terminal): Promise<number> {
  const { loaded, scenario } = findScenario(await loadLibraries(path, terminal), options.scenario);
  const { system } = loaded.library;
  const trace = simulate(scenario, system, readRun(scenario, system, { ...options, seed: 1 }));
  const content = write(options, scenario, system, trace);
  if (options.out === undefined) terminal.write(content);
  else await save(resolve(terminal.folder, options.out), options.out, content);
  const status = statusOf(loaded.problems, options.strict);
  if (status !== 0) terminal.complain(`\n${sayCounts(loaded.problems)}; hopwise check ${path} tells where.\n`);
  return status;
}

function write(options: ExportOptions, scenario: Scenario, system: System, trace: Trace): string {
  switch (options.as) {
    case "mermaid":
      return runMermaid(scenario, system, trace);
    case "markdown":
      return runMarkdown(scenario, system, trace);
    case "svg":
      return runSvg(scenario, system, trace, pictureOptions(options, scenario)).svg;
    case "csv":
      return traceCsv(scenario, system, trace);
  }
}

function pictureOptions({ theme, spacing, hop, waterfall }: ExportOptions, scenario: Scenario): PictureOptions {
  if (hop === undefined) return { theme, spacing, waterfall };
  if (scenario.hops.some(({ n }) => n === hop)) return { theme, spacing, waterfall, hop };
  throw new UsageError(`There is no hop ${hop}; ${scenario.id} has hops 1 to ${scenario.hops.length}.`);
}

async function save(full: string, shown: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(full, content);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${shown} could not be written: ${reason}`);
  }
}
