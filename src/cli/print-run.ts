import { hasTimes } from "../analysis/has-times.ts";
import { sayVerdict } from "../analysis/say-verdict.ts";
import { printDuration } from "../lib/print-duration.ts";
import { sayInterval } from "../scene/say-interval.ts";
import { faces } from "./faces.ts";
import { type Paint, printable } from "./paint.ts";
import { printHops } from "./print-hops.ts";
import type { RunResult } from "./run-json.ts";

export interface PrintRunOptions {
  readonly paint: Paint;
  readonly width: number;
  /** Also the rule and the chapter's line behind each statement. */
  readonly why: boolean;
  readonly shown: (file: string) => string;
}

/** The verdict first, what to know and do next, then where the time went. */
export function printRun(result: RunResult, options: PrintRunOptions): string {
  const { scenario, library, trace, verdict } = result;
  const { paint, width, why, shown } = options;
  const { headline, detail } = sayVerdict(scenario, library.system, trace, verdict);
  const [symbol, tone] = faces[verdict.outcome];
  const title = `${paint("muted", printable(scenario.title))}\n`;
  const head = `${paint(tone, paint("bold", `${symbol} ${verdict.outcome.toUpperCase()}`))}  ${paint("bold", printable(headline))}\n`;
  const told = detail ? `  ${printable(detail)}\n` : "";
  const reasons = why
    ? `\n${verdict.because.map(({ text, file, line }) => `  ${printable(text)}\n    ${paint("muted", `${shown(file)}:${line}`)}\n`).join("")}`
    : "";
  if (trace.messages.length === 0) return `${title}${head}${told}${reasons}`;
  return `${title}${head}${told}\n${printFacts(result, paint)}\n${printHops(scenario, trace, paint, width)}${printTotals(result, paint)}${reasons}`;
}

function printFacts({ library, trace, verdict, choices }: RunResult, paint: Paint): string {
  const names = (ids: readonly string[]): string =>
    ids.map((id) => library.system.faults.find((fault) => fault.id === id)?.title ?? id).join(", ");
  const share =
    verdict.share === undefined
      ? ""
      : verdict.share === "some"
        ? "some requests"
        : `${sayShare(verdict.share)} of requests`;
  const rows: readonly (readonly [what: string, text: string])[] = [
    ["User sees", verdict.userSees ?? ""],
    ["Status", verdict.status === undefined ? "" : String(verdict.status)],
    ["Waited", hasTimes(trace) ? sayInterval(verdict.waited) : "not documented"],
    ["Share", share],
    ["Lost", verdict.lost.join("; ")],
    ["Check", verdict.check ? `$ ${verdict.check}` : ""],
    ["Recovery", verdict.recovery ?? ""],
    ["Not reached", names(verdict.notReached)],
    ["Not here", names(verdict.notHere)],
    [
      "With",
      Object.entries({ ...choices, ...trace.run.sides })
        .map(([choice, branch]) => `${choice}=${branch}`)
        .join(" "),
    ],
  ];
  return rows
    .filter(([, text]) => text !== "")
    .map(([what, text]) => `  ${paint("muted", what.padEnd(11))}  ${printable(text)}\n`)
    .join("");
}

/** 1/3 rather than 33 %, where it is such a part. */
function sayShare(share: number): string {
  const of = Math.round(1 / share);
  return Math.abs(1 / share - of) < 0.01 ? `1 in ${of}` : `${Math.round(share * 100)} %`;
}

function printTotals({ scenario, trace, distribution }: RunResult, paint: Paint): string {
  const stated = scenario.budget?.stated;
  const { p5, p50, p95, samples, open } = distribution;
  const least = open ? "at least " : "";
  const sampled = [p5, p50, p95].map((each) => printDuration(Math.round(each))).join(" · ");
  const parts = [
    hasTimes(trace) ? `${paint("bold", sayInterval(trace.total))} computed` : "no latencies are documented",
    ...(stated ? [`${sayInterval(stated)} stated by the chapter`] : []),
    ...(hasTimes(trace) ? [`${least}${sampled} (p5 · p50 · p95 of ${samples.toLocaleString("en")} seeded runs)`] : []),
  ];
  return `\n  ${paint("muted", "In all".padEnd(11))}  ${parts.join(`\n  ${" ".repeat(11)}  `)}\n`;
}
