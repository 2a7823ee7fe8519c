import type { Diagnosis, Look } from "../session/diagnose.ts";
import { askLibrary, diagnose as diagnoseLibrary } from "../session/diagnose.ts";
import { type Entry, findChecked, findScenario, readSaw, type Saw } from "../session/diagnosis-subjects.ts";
import {
  sayDiagnosis,
  sayLimits,
  sayLook,
  sayObservation,
  saySplit,
  type Titles,
  titlesOf,
} from "../session/say-diagnosis.ts";
import { padTo, widthOf } from "./columns.ts";
import type { CommonOptions } from "./common-options.ts";
import { statusOf } from "./exit-status.ts";
import { loadLibraries } from "./load-library.ts";
import { makePaint, type Paint, printable, wantsColor } from "./paint.ts";
import { sayCounts } from "./print-problems.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

export interface DiagnoseOptions extends CommonOptions {
  readonly saw: readonly string[];
}

/** `hopwise diagnose`: from what is seen to the failures that could show it. Returns the exit status. */
export async function diagnose(path: string, options: DiagnoseOptions, terminal: Terminal): Promise<number> {
  const [loaded, ...others] = await loadLibraries(path, terminal);
  if (loaded === undefined) throw new UsageError(`There are no chapters at ${path}.`);
  if (others.length > 0) {
    throw new UsageError(`There are several libraries at ${path}, each with failures of its own; name one of them.`);
  }
  const { system } = loaded.library;
  const entries = loaded.chapters.flatMap((chapter) => chapter.scenarios.map((scenario) => ({ chapter, scenario })));
  if (options.saw.length === 0) {
    throw new UsageError(`Say what you see: --saw "SCENARIO: WHAT". The scenarios are:\n${list(entries)}`);
  }
  const observations = options.saw.map((text) => {
    const saw = splitSaw(text, entries);
    const read = readSaw(entries, system, saw);
    if (read === undefined) throw new UsageError(sayUnknown(saw, entries, system));
    return read;
  });
  const result = diagnoseLibrary(askLibrary(entries, system), observations);
  const titles = titlesOf(entries, system);
  if (options.json) {
    terminal.write(`${JSON.stringify(diagnosisJson(result, titles, loaded.shown), null, 2)}\n`);
  } else {
    const paint = makePaint(wantsColor(terminal, options.color));
    terminal.write(printDiagnosis(result, titles, paint, system.faults.length));
  }
  const status = statusOf(loaded.problems, options.strict);
  if (status !== 0) terminal.complain(`\n${sayCounts(loaded.problems)}; hopwise check ${path} tells where.\n`);
  return status;
}

/** Titles may hold colons: the longest beginning that names a scenario counts. */
function splitSaw(text: string, entries: readonly Entry[]): Saw {
  const ends = [...text.matchAll(/:/g)].map(({ index }) => index).reverse();
  const splits = ends.map((at) => ({ subject: text.slice(0, at).trim(), what: text.slice(at + 1).trim() }));
  const [last] = splits.slice(-1);
  if (last === undefined) throw new UsageError(`--saw wants "SCENARIO: WHAT"; this is "${text}".\n${list(entries)}`);
  const saw = splits.find(({ subject }) => findScenario(entries, subject).kind === "one") ?? last;
  if (saw.what === "") throw new UsageError(`--saw "${text}" does not say what is seen.`);
  return saw;
}

function sayUnknown({ subject }: Saw, entries: readonly Entry[], system: Parameters<typeof findChecked>[0]): string {
  const checked = findChecked(system, subject);
  if (checked) {
    const there = checked.kind === "several" ? checked.items : system.faults;
    return `"${subject}" names no single failure. There are:\n${there.map(({ id, title }) => `  ${id}  ${title}`).join("\n")}`;
  }
  const several = findScenario(entries, subject).kind === "several";
  return several
    ? `"${subject}" fits more than one scenario. There are:\n${list(entries)}`
    : `There is no scenario "${subject}". There are:\n${list(entries)}`;
}

function list(entries: readonly Entry[]): string {
  const width = Math.max(0, ...entries.map(({ scenario }) => widthOf(scenario.id)));
  return entries.map(({ scenario: { id, title } }) => `  ${padTo(width, id)}  ${printable(title)}`).join("\n");
}

function diagnosisJson(result: Diagnosis, titles: Titles, shown: (file: string) => string): object {
  const [next, or] = result.looks.map((look) => lookJson(look, titles));
  const limits = sayLimits(result, titles);
  return {
    suspects: result.suspects.map(({ faults, score, because }) => ({
      faults,
      score: Number(score.toFixed(6)),
      because: because.map(({ text, file, line }) => `${text} (${shown(file)}:${line})`),
    })),
    ...(next === undefined ? {} : { next: or === undefined ? next : { ...next, or } }),
    ...(limits.length === 0 ? {} : { limits }),
  };
}

function lookJson(look: Look, titles: Titles): object {
  return {
    look: sayLook(look, titles),
    ...(look.scenario === undefined ? {} : { scenario: look.scenario }),
    ...(look.command === undefined ? {} : { command: look.command }),
    splits: look.splits.map(({ result, suspects }) => ({ result, suspects: suspects.map(({ faults }) => faults) })),
  };
}

const marks = { explains: ["+", "good"], allows: ["~", "warn"], contradicts: ["-", "bad"] } as const;

function printDiagnosis(result: Diagnosis, titles: Titles, paint: Paint, count: number): string {
  if (count === 0) return "The library names no failures, so there is nothing to suspect.\n";
  const lines: string[] = [paint("bold", printable(sayDiagnosis(result, titles))), ""];
  for (const observation of result.observations)
    lines.push(`  seen  ${printable(sayObservation(observation, titles))}`);
  lines.push("");
  for (const [at, { faults, score, because }] of result.suspects.entries()) {
    const bar = "█".repeat(Math.max(1, Math.round(score * 20)));
    lines.push(
      `  ${String(at + 1).padStart(2)}  ${paint("bold", printable(titles.faults(faults)))}  ${paint("accent", bar)} ${Math.round(score * 100)} %`,
    );
    for (const { fit, text } of because) lines.push(`      ${paint(marks[fit][1], marks[fit][0])} ${printable(text)}`);
  }
  for (const limit of sayLimits(result, titles)) lines.push("", `  ${paint("warn", printable(limit))}`);
  for (const [at, look] of result.looks.entries()) {
    lines.push("", `${paint("bold", at === 0 ? "Next best look" : "Or")}  ${printable(sayLook(look, titles))}`);
    if (look.command !== undefined) lines.push(`  $ ${printable(look.command)}`);
    for (const split of look.splits) lines.push(`  ${split.result}: ${printable(saySplit(split, titles))}`);
  }
  if (result.ruledOut.length > 0) {
    const names = result.ruledOut.map(({ faults }) => titles.faults(faults)).join(", ");
    lines.push("", paint("muted", printable(`Does not fit: ${names}`)));
  }
  lines.push("", paint("muted", "Worked out from the chapters; no system was tested."));
  return `${lines.join("\n")}\n`;
}
