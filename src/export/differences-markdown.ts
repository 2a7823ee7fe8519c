import type { SaidDifference } from "../analysis/compare/say-differences.ts";
import type { Scenario } from "../model/scenario.ts";

/** The differences of two runs as Markdown: a table for the whole run, then one for each hop that differs. */
export function differencesMarkdown(
  scenario: Scenario,
  names: { readonly a: string; readonly b: string },
  said: readonly SaidDifference[],
): string {
  const lines = [`## ${escapeText(scenario.title)}: ${escapeText(names.a)} → ${escapeText(names.b)}`, ""];
  if (said.length === 0) return [...lines, "The two runs are the same.", ""].join("\n");
  const hops = [...new Set(said.map(({ hop }) => hop))];
  for (const hop of hops) {
    const title = scenario.hops.find(({ n }) => n === hop)?.title;
    if (hop !== undefined) lines.push(`### Hop ${hop}${title ? ` — ${escapeText(title)}` : ""}`, "");
    lines.push(`| | ${escapeText(names.a)} | ${escapeText(names.b)} |`, "| --- | --- | --- |");
    for (const one of said) if (one.hop === hop) lines.push(...rowsOf(one));
    lines.push("");
  }
  return lines.join("\n");
}

function rowsOf({ kind, about, a, b, by, messages }: SaidDifference): string[] {
  const after = by === undefined ? b : `${b} (${by})`;
  const rows = messages.length > 1 ? messages.map(({ text }) => text) : [kind === "hop" ? "Time" : about];
  return rows.map((what) => `| ${[what, a, after].map(escapeText).join(" | ")} |`);
}

/** Text stays text and in its cell: what Markdown or HTML would read into it is switched off. */
function escapeText(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\|`*_[\]<>&~]/g, "\\$&");
}
