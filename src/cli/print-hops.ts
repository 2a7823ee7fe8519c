import type { Interval } from "../lib/interval.ts";
import type { Scenario } from "../model/scenario.ts";
import type { Trace } from "../model/trace.ts";
import { sayInterval } from "../scene/say-interval.ts";
import { cutTo, padTo, widthOf } from "./columns.ts";
import { type Paint, printable, type Tone } from "./paint.ts";

interface Row {
  readonly name: string;
  /** Drawn start, ms. */
  readonly at: number;
  readonly least: number;
  /** Null when nobody states it. */
  readonly most: number | null;
  readonly tone: Tone;
  readonly words?: string;
}

/** Instead of a bar of nothing: 0 ms would be a figure. */
const unstated = "no latency stated";

/**
 * One bar a hop on a shared axis: it starts at the drawn instant, is solid to the least and dotted to the most.
 *
 *     1 Mobile client → edge  ██░░                     5–15 ms
 *     2 Edge → origin             ██████████████░░░░   90–120 ms
 */
export function printHops(scenario: Scenario, trace: Trace, paint: Paint, width: number): string {
  const rows = [...hopRows(scenario, trace), ...wayBackRow(trace)];
  const nameWidth = Math.min(40, Math.max(...rows.map(({ name }) => widthOf(name))));
  const barWidth = Math.max(16, Math.min(64, width - nameWidth - 26));
  const end = Math.max(1, ...rows.map(({ at, least, most }) => at + (most ?? least)));
  const column = (ms: number): number => Math.round((ms / end) * barWidth);
  return rows
    .map((row) => {
      const name = padTo(nameWidth, cutTo(nameWidth, row.name));
      if (row.words) return `  ${paint("muted", `${name}  ${row.words}`)}\n`;
      const start = Math.min(column(row.at), barWidth - 1);
      const most = Math.max(1, column(row.at + (row.most ?? row.least)) - start);
      const solid = Math.min(most, Math.max(row.least > 0 ? 1 : 0, Math.round((row.least / end) * barWidth)));
      const bar = `${"█".repeat(solid)}${"░".repeat(most - solid)}${row.most === null ? "▸" : ""}`;
      const figure = sayInterval({ min: row.least, max: row.most });
      return `  ${name}  ${" ".repeat(start)}${paint(row.tone, bar)}${" ".repeat(Math.max(1, barWidth + 2 - start - bar.length))}${figure}\n`;
    })
    .join("");
}

function hopRows(scenario: Scenario, trace: Trace): Row[] {
  return scenario.hops.map(({ n, title }) => {
    const name = `${n} ${printable(title)}`;
    const traced = trace.hops.find((hop) => hop.n === n);
    if (!traced?.reached) return { name, at: 0, least: 0, most: 0, tone: "muted", words: "never reached" };
    const messages = trace.messages.filter((message) => message.hop === n && message.outcome !== "added");
    const broke = messages.some(({ outcome }) => outcome === "failed" || outcome === "lost");
    const slowed = messages.some(({ outcome }) => outcome === "slow" || outcome === "skipped");
    const { least, most } = lengthBetween(traced.start, traced.end);
    const nothing = least === 0 && most === 0;
    const aside = messages.length > 0 && messages.every((message) => message.aside);
    const row: Row = { name, at: traced.drawn.start, least, most, tone: broke ? "bad" : slowed ? "warn" : "accent" };
    return nothing ? { ...row, words: aside ? "aside: the answer does not wait" : unstated } : row;
  });
}

/** The failure's way back is a row like any other, marked as not in the chapter. */
function wayBackRow(trace: Trace): Row[] {
  const added = trace.messages.filter(({ outcome, backOver }) => outcome === "added" && backOver !== undefined);
  const [first] = added;
  const last = added.at(-1);
  if (!first || !last) return [];
  const { least, most } = lengthBetween(first.start, last.end);
  const row: Row = { name: "↩ travels back (not in the chapter)", at: first.drawn.start, least, most, tone: "bad" };
  return [least === 0 && most === 0 ? { ...row, words: unstated } : row];
}

/** From one instant to the other, end by end. */
function lengthBetween(start: Interval, end: Interval): { readonly least: number; readonly most: number | null } {
  const most = start.max === null || end.max === null ? null : Math.max(0, end.max - start.max);
  return { least: Math.max(0, end.min - start.min), most };
}
