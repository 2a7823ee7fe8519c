import type { Blast, BlastPair } from "../analysis/blast/blast.ts";
import { sayLimits } from "../analysis/blast/say-limits.ts";
import { compareHarm, findMostHurt, sayTally } from "../analysis/blast/tally.ts";
import { outcomes } from "../model/verdict.ts";
import { cutTo, padTo, widthOf } from "./columns.ts";
import { faces } from "./faces.ts";
import { type Paint, printable } from "./paint.ts";
import { howToNameFailures } from "./print-coverage.ts";

const columnWidth = 4;
const widestName = 36;

/** The grid, worst failure first, in as many parts as the terminal is narrow; then the totals and how they count. */
export function printBlast(
  blast: Blast,
  pairs: readonly BlastPair[] | undefined,
  { paint, width }: { paint: Paint; width: number },
): string {
  if (blast.scenarios.length === 0) return "There is no scenario here: no sequenceDiagram was found.\n";
  if (blast.faults.length === 0) return `There are no failures here: no chapter names one.\n  ${howToNameFailures}`;
  const legend = outcomes.map((outcome) => `${paint(faces[outcome][1], faces[outcome][0])} ${outcome}`).join("   ");
  const columns = blast.scenarios.map(({ title, tally }, at) => ({ number: at + 1, title, tally }));
  const list = columns
    .map(({ number, title, tally }) => {
      return `  ${String(number).padStart(3)}  ${printable(title)}  ${paint("muted", sayTally(tally))}\n`;
    })
    .join("");
  const limits = sayLimits(blast).map((limit) => `  ${paint("warn", printable(limit))}\n`);
  return `${paint("bold", "Scenarios")}\n${list}\n${printGrid(blast, paint, width)}\n  ${legend}\n\n${printMost(blast, paint)}${limits.length > 0 ? `\n${limits.join("")}` : ""}${
    pairs === undefined ? "" : printPairs(blast, pairs, paint)
  }`;
}

function printGrid(blast: Blast, paint: Paint, width: number): string {
  const across = blast.scenarios.length;
  const order = [...blast.faults.keys()].sort((a, b) => {
    const [one, other] = [blast.faults[a], blast.faults[b]];
    return one === undefined || other === undefined ? 0 : compareHarm(one.tally, other.tally);
  });
  const names = blast.faults.map(({ title }) => cutTo(widestName, printable(title)));
  const nameWidth = Math.max(...names.map(widthOf));
  const perPart = Math.max(1, Math.floor((width - nameWidth - 26) / columnWidth));
  const parts: string[] = [];
  for (let from = 0; from < across; from += perPart) {
    const until = Math.min(across, from + perPart);
    let head = " ".repeat(nameWidth + 2);
    for (let s = from; s < until; s++) head += String(s + 1).padStart(columnWidth);
    const rows = order.map((at) => {
      const cells = blast.cells.slice(at * across + from, at * across + until).map(({ outcome }) => {
        const [symbol, tone] = faces[outcome];
        return " ".repeat(columnWidth - 1) + paint(outcome === "ok" ? "muted" : tone, outcome === "ok" ? "·" : symbol);
      });
      const tally = blast.faults[at]?.tally;
      const total = until === across && tally !== undefined ? `   ${paint("muted", sayTally(tally))}` : "";
      return `  ${padTo(nameWidth, names[at] ?? "")}${cells.join("")}${total}\n`;
    });
    parts.push(`${paint("bold", head)}\n${rows.join("")}`);
  }
  return parts.join("\n");
}

function printMost(blast: Blast, paint: Paint): string {
  const name = (items: readonly { readonly title: string }[]) =>
    items.length === 0 ? "none" : items.map(({ title }) => printable(title)).join(", ");
  const rule = "Counted by failed, then partial, degraded and slow.";
  return `  Hurts most     ${paint("bold", name(findMostHurt(blast.faults)))}\n  Most exposed   ${paint("bold", name(findMostHurt(blast.scenarios)))}\n  ${paint("muted", rule)}\n`;
}

function printPairs(blast: Blast, pairs: readonly BlastPair[], paint: Paint): string {
  const titles = new Map([...blast.faults, ...blast.scenarios].map(({ id, title }) => [id, printable(title)]));
  const worse = pairs.filter(({ worseThanEither }) => worseThanEither);
  const head = `\n${paint("bold", "Two failures at once")}\n`;
  if (worse.length === 0) return `${head}  No pair ends worse than its worse half alone.\n`;
  const rows = worse.map(({ faults: [a, b], scenario, outcome }) => {
    const [symbol, tone] = faces[outcome];
    const names = `${titles.get(a) ?? a} + ${titles.get(b) ?? b}`;
    return `  ${paint(tone, `${symbol} ${outcome.padEnd(8)}`)} ${names}  ${paint("muted", titles.get(scenario) ?? scenario)}\n`;
  });
  return `${head}${rows.join("")}`;
}
