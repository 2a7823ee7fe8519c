import { simulate } from "../engine/simulate.ts";
import { runHtml } from "../export/html/run-html.ts";
import { runMarkdown } from "../export/markdown/run-markdown.ts";
import { runMermaid } from "../export/mermaid/run-mermaid.ts";
import { type PictureOptions, runSvg } from "../export/svg/run-svg.ts";
import { traceCsv } from "../export/trace-csv.ts";
import type { System } from "../model/chapter.ts";
import type { Scenario } from "../model/scenario.ts";
import { isPassed, type Trace } from "../model/trace.ts";
import type { CommonOptions } from "./common-options.ts";
import { drawPng, drawSvg } from "./draw-picture.ts";
import { statusOf } from "./exit-status.ts";
import { findScenario } from "./find-scenario.ts";
import { loadLibraries } from "./load-library.ts";
import { sayCounts } from "./print-problems.ts";
import { readRun } from "./read-run.ts";
import { runAddress } from "./run-address.ts";
import { saveExport } from "./save-export.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

export const exportForms = ["mermaid", "markdown", "svg", "png", "html", "csv"] as const;
export type ExportForm = (typeof exportForms)[number];
const endings = { mermaid: "mmd", markdown: "md", svg: "svg", png: "png", html: "html", csv: "csv" } as const;

export interface ExportOptions extends CommonOptions {
  readonly scenario?: string;
  readonly fail: readonly string[];
  readonly with: readonly string[];
  /** What the ending of `out` says, unless said. */
  readonly as?: ExportForm;
  readonly out?: string;
  readonly theme: "light" | "dark";
  readonly spacing: "even" | "scale";
  readonly hop?: number;
  /** Where these chapters stand as a site: Markdown and pages lead back to the run there. */
  readonly site?: string;
  /** Such as `5.2`: where a page opens. */
  readonly at?: string;
  /** False for the stage alone. */
  readonly waterfall: boolean;
  /** True: an SVG's text stays text, and needs its font. */
  readonly liveText: boolean;
  /** Of a PNG: device pixels for each of the picture's. */
  readonly scale: number;
}

/** `hopwise export`: a run in another form, to a file or to standard output. Returns the exit status. */
export async function exportRun(path: string, options: ExportOptions, terminal: Terminal): Promise<number> {
  const form = options.as ?? guessForm(options.out);
  const { loaded, scenario } = findScenario(await loadLibraries(path, terminal), options.scenario);
  const { system } = loaded.library;
  const run = readRun(scenario, system, { ...options, seed: 1 });
  const { site, at } = options;
  const address = site === undefined ? undefined : runAddress(site, loaded.library, scenario, run, at);
  const trace = simulate(scenario, system, run);
  const content = await write(form, options, scenario, system, trace, address, terminal);
  if (options.out === undefined) terminal.write(content);
  else await saveExport(options.out, `${scenario.id}.${endings[form]}`, content, terminal);
  const status = statusOf(loaded.problems, options.strict);
  if (status !== 0) terminal.complain(`\n${sayCounts(loaded.problems)}; hopwise check ${path} tells where.\n`);
  return status;
}

/** `flow.svg` says what it wants to be. */
function guessForm(out: string | undefined): ExportForm {
  const ending = /\.([a-z]+)$/i.exec(out ?? "")?.[1]?.toLowerCase();
  const form = exportForms.find((one) => endings[one] === ending || one === ending);
  if (form) return form;
  const why = out === undefined ? "" : ` The name ${out} does not say it.`;
  throw new UsageError(`Say what to write with --as: ${exportForms.join(", ")}.${why}`);
}

async function write(
  form: ExportForm,
  options: ExportOptions,
  scenario: Scenario,
  system: System,
  trace: Trace,
  address: string | undefined,
  terminal: Terminal,
): Promise<string | Uint8Array> {
  switch (form) {
    case "mermaid":
      return runMermaid(scenario, system, trace);
    case "markdown":
      return runMarkdown(scenario, system, trace, address);
    case "csv":
      return traceCsv(scenario, system, trace);
    case "svg": {
      const picture = runSvg(scenario, system, trace, pictureOptions(options, scenario));
      return options.liveText ? picture.svg : drawSvg(picture, terminal);
    }
    case "html":
      return runHtml(scenario, system, trace, {
        spacing: options.spacing,
        ...(address === undefined ? {} : { address }),
        ...findPlace(options.at, trace),
      });
    case "png":
      if (options.out === undefined && terminal.outputIsTerminal) {
        throw new UsageError("A PNG is nothing for a terminal: say where to write it with -o.");
      }
      return drawPng(runSvg(scenario, system, trace, pictureOptions(options, scenario)), options.scale, terminal);
  }
}

function pictureOptions({ theme, spacing, hop, waterfall }: ExportOptions, scenario: Scenario): PictureOptions {
  if (hop === undefined) return { theme, spacing, waterfall };
  if (scenario.hops.some(({ n }) => n === hop)) return { theme, spacing, waterfall, hop };
  throw new UsageError(`There is no hop ${hop}; ${scenario.id} has hops 1 to ${scenario.hops.length}.`);
}

/** The message that a page opens at. Throws UsageError when this run never comes to it. */
function findPlace(at: string | undefined, trace: Trace): { at?: number } {
  if (at === undefined) return {};
  const found = trace.messages.find((traced) => `${traced.hop}.${traced.inHop}` === at && isPassed(traced));
  if (found) return { at: found.index };
  throw new UsageError(`--at wants a hop and a message, such as 1.1; this run never comes to "${at}".`);
}
