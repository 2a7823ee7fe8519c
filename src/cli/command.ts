import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import packageJson from "../../package.json" with { type: "json" };
import { type BlastOptions, blast } from "./blast.ts";
import { type BuildOptions, build } from "./build.ts";
import { check } from "./check.ts";
import type { CommonOptions } from "./common-options.ts";
import { type DiagnoseOptions, diagnose } from "./diagnose.ts";
import { type ExportOptions, exportForms, exportRun } from "./export.ts";
import { init } from "./init.ts";
import { outline } from "./outline.ts";
import { type RunOptions, run } from "./run.ts";
import { type ServeOptions, serve } from "./serve.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

/** Runs `hopwise …`. Returns the exit status: 0, 1 (problems that are errors), or 2 (wrong usage). */
export async function runCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  let status = 0;
  const json = args.includes("--json");
  const program = new Command("hopwise")
    .description("Play a data-flow chapter hop by hop, switch failures on, and see which layer broke.")
    .version(packageJson.version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .exitOverride()
    .configureOutput({ writeOut: (text) => terminal.write(text), writeErr: (text) => terminal.complain(text) })
    .showHelpAfterError("Try hopwise --help.");

  const subcommand = (text: string, description: string): Command =>
    program
      .command(text)
      .description(description)
      .option("--json", "print one JSON document and nothing else", false)
      .option("--strict", "let warnings count as errors", false)
      .option("--color", "colour the output even when it is not a terminal")
      .option("--no-color", "do not colour the output");

  subcommand("check", "List the problems of chapters, and which layers and failures have an answer.")
    .argument("[paths...]", "chapters (.md, .mmd), folders, or - for standard input", ["."])
    .action(async (paths: string[], options: CommonOptions) => {
      status = await check(paths, withColor(options, args), terminal);
    });
  subcommand("outline", "Show what was read: scenarios, hops, messages, choices, layers, failures.")
    .argument("<path>", "a chapter, a folder, or -")
    .action(async (path: string, options: CommonOptions) => {
      status = await outline(path, withColor(options, args), terminal);
    });
  subcommand("run", "Play a scenario with failures on, and say what comes of it.")
    .argument("<path>", "a chapter, a folder, or -")
    .option("-s, --scenario <name>", "id, title, or a part of it; may be left out when there is one")
    .option(
      "-f, --fail <names>",
      "failures that are on, such as redis-down or ufw@5.2 (from message 2 of hop 5 on)",
      collect,
      [],
    )
    .option("-w, --with <choice=branch>", "a choice made, such as connection=warm or node-nic=affected", collect, [])
    .option("--seed <number>", "for the distribution", wholeNumber, 1)
    .option("--samples <number>", "runs drawn for the distribution", sampleCount, 10_000)
    .option("--why", "also print the rule and the chapter's line behind each statement", false)
    .action(async (path: string, options: RunOptions) => {
      status = await run(path, { ...options, ...withColor(options, args) }, terminal);
    });
  subcommand("blast", "Play every failure against every scenario: which hurts most, and which is most exposed.")
    .argument("[path]", "a folder, a chapter, or -", ".")
    .option("--pairs", "also play two failures at once", false)
    .action(async (path: string, options: BlastOptions) => {
      status = await blast(path, withColor(options, args), terminal);
    });
  program
    .command("export")
    .description("Write a run in another form: for a post-mortem, a slide or a spreadsheet.")
    .argument("<path>", "a chapter, a folder, or -")
    .addOption(
      new Option("-a, --as <form>", "what to write; as the ending of -o says unless said").choices(exportForms),
    )
    .option("-o, --out <file>", "where to write it, a file or a folder; standard output unless said")
    .option("-s, --scenario <name>", "id, title, or a part of it; may be left out when there is one")
    .option("-f, --fail <names>", "failures that are on, as for run", collect, [])
    .option("-w, --with <choice=branch>", "a choice made, as for run", collect, [])
    .addOption(new Option("--theme <theme>", "of a picture").choices(["light", "dark"]).default("light"))
    .addOption(new Option("--spacing <spacing>", "of a picture's rows").choices(["even", "scale"]).default("even"))
    .option("--hop <number>", "draw one hop alone", wholeNumber)
    .option("--no-waterfall", "draw the stage alone")
    .option("--at <hop.message>", "where an HTML page opens, such as 5.2; at the start unless said")
    .option("--site <address>", "where these chapters stand as a site: Markdown and HTML link to the run there")
    .option("--live-text", "leave an SVG's text as text: it can be edited, and needs the font Inter", false)
    .option("--scale <number>", "of a PNG, 1 to 4", scaleFactor, 2)
    .option("--strict", "let warnings count as errors", false)
    .action(async (path: string, options: Omit<ExportOptions, "json">) => {
      status = await exportRun(path, { ...options, json: false }, terminal);
    });
  subcommand("build", "Write a static site of a folder's chapters, for any host.")
    .argument("[folder]", "a folder of chapters, or one chapter", ".")
    .option("-o, --out <folder>", "where to write it: a new folder, an empty one, or one that build made", "site")
    .option("-b, --base <address>", "where the site will stand: /docs/flows/, or the whole https address")
    .action(async (path: string, options: BuildOptions) => {
      status = await build(path, withColor(options, args), terminal);
    });
  program
    .command("init")
    .description("Write a first chapter to start from; nothing that is there is written over.")
    .argument("[folder]", "a folder, which may be new", "flows")
    .action(async (path: string) => {
      status = await init(path, terminal);
    });
  program
    .command("serve")
    .description("Serve a folder's chapters, and keep up with what is written there.")
    .argument("[folder]", "a folder of chapters, or one chapter", ".")
    .option("-p, --port <number>", "the port, or the next free one above it", portNumber, 4173)
    .option("--host [address]", "serve other machines too; without it this machine alone")
    .option("--color", "colour the output even when it is not a terminal")
    .option("--no-color", "do not colour the output")
    .action(async (path: string, options: ServeOptions) => {
      status = await serve(path, withColor(options, args), terminal);
    });
  subcommand("diagnose", "From what is seen back to the failures that could show it, and what to look at next.")
    .argument("[path]", "a folder, a chapter, or -", ".")
    .option(
      "--saw <scenario: what>",
      "what is seen where: a status, works, fails, slow, times out, or words; several times",
      collect,
      [],
    )
    .action(async (path: string, options: DiagnoseOptions) => {
      status = await diagnose(path, withColor(options, args), terminal);
    });

  try {
    await program.parseAsync(args, { from: "user" });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0;
      if (json) terminal.write(`${JSON.stringify({ error: { message: error.message } })}\n`);
      return 2;
    }
    if (error instanceof UsageError) {
      terminal.complain(`hopwise: ${error.message}\n`);
      if (json) terminal.write(`${JSON.stringify({ error: { message: error.message } })}\n`);
      return 2;
    }
    throw error;
  }
}

/** Commander's `--no-color` makes `color` true by default; only what was said counts. */
function withColor<Options extends { readonly color?: boolean }>(options: Options, args: readonly string[]): Options {
  const { color: _, ...rest } = options;
  const said = args.findLast((arg) => arg === "--color" || arg === "--no-color");
  return (said === undefined ? rest : { ...rest, color: said === "--color" }) as Options;
}

function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value)) throw new InvalidArgumentError("It wants a whole number.");
  return value;
}

function scaleFactor(text: string): number {
  const value = Number(text);
  if (!(value >= 1 && value <= 4)) throw new InvalidArgumentError("It wants a number from 1 to 4.");
  return value;
}

function portNumber(text: string): number {
  const value = wholeNumber(text);
  if (value > 65_535) throw new InvalidArgumentError("It wants a port, up to 65535.");
  return value;
}

function sampleCount(text: string): number {
  const value = wholeNumber(text);
  if (value < 1 || value > 10_000_000) throw new InvalidArgumentError("It wants a number from 1 to 10,000,000.");
  return value;
}
