import type { Problem, Severity } from "../model/problem.ts";
import { type Paint, printable, type Tone } from "./paint.ts";

const tones: Record<Severity, Tone> = { error: "bad", warning: "warn", info: "accent" };
/** Columns of the source line that are shown around the place. */
const shownColumns = 96;

/** Problems by file, each as `file:line:col`, what to do, and the line with a caret under the place. */
export function printProblems(
  problems: readonly Problem[],
  textOf: (file: string) => string | undefined,
  paint: Paint,
): string {
  const byFile = new Map<string, Problem[]>();
  for (const problem of problems) byFile.set(problem.file, [...(byFile.get(problem.file) ?? []), problem]);
  const blocks = [...byFile].map(([file, ofFile]) => {
    const lines = textOf(file)?.split(/\r\n|\r|\n/) ?? [];
    const sorted = [...ofFile].sort((a, b) => a.line - b.line || a.column - b.column);
    return sorted.map((problem) => printProblem(problem, lines[problem.line - 1], paint)).join("");
  });
  return blocks.join("\n");
}

function printProblem(problem: Problem, source: string | undefined, paint: Paint): string {
  const place = `${printable(problem.file)}:${problem.line}:${problem.column}`;
  const head = `${paint("bold", place)} ${paint(tones[problem.severity], problem.severity)} ${paint("muted", problem.code)}`;
  const fix = problem.fix ? `  ${paint("good", "fix:")} ${printable(problem.fix.title)}\n` : "";
  return `${head}\n  ${printable(problem.message)}\n${source?.trim() ? quote(source, problem, paint) : ""}${fix}`;
}

/** The source line, cut to what fits around the place, and a caret below it. */
function quote(source: string, problem: Problem, paint: Paint): string {
  const at = Math.min(problem.column - 1, source.length);
  const from = at > shownColumns - 20 ? at - 40 : 0;
  const until = from + shownColumns;
  const cut = printable(source.slice(from, until).replace(/\t/g, " "));
  const before = from > 0 ? "…" : "";
  const number = String(problem.line);
  const caret = " ".repeat(before.length + at - from);
  const after = source.length > until ? "…" : "";
  return `  ${paint("muted", `${number} │`)} ${before}${cut}${after}\n  ${paint("muted", `${" ".repeat(number.length)} │`)} ${caret}${paint(tones[problem.severity], "^")}\n`;
}

/** `2 errors, 1 warning`. */
export function sayCounts(problems: readonly Problem[]): string {
  const parts = (["error", "warning", "info"] as const).flatMap((severity) => {
    const count = problems.filter((problem) => problem.severity === severity).length;
    const word = severity === "info" ? "to know" : count === 1 ? severity : `${severity}s`;
    return count > 0 ? [`${count} ${word}`] : [];
  });
  return parts.length > 0 ? parts.join(", ") : "no problems";
}
