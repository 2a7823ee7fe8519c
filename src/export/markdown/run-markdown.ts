import { getVerdict } from "../../analysis/get-verdict.ts";
import { hasTimes } from "../../analysis/has-times.ts";
import { nameShare } from "../../analysis/name-fault.ts";
import { sayVerdict } from "../../analysis/say-verdict.ts";
import type { Interval } from "../../lib/interval.ts";
import type { System } from "../../model/chapter.ts";
import { decideByReader } from "../../model/condition.ts";
import type { Scenario } from "../../model/scenario.ts";
import type { Trace } from "../../model/trace.ts";
import type { Outcome, Verdict } from "../../model/verdict.ts";
import { sayInterval } from "../../scene/say-interval.ts";
import { layoutWaterfall } from "../../scene/waterfall/layout-waterfall.ts";
import { runMermaid } from "../mermaid/run-mermaid.ts";
import { markdownAddress, markdownFence, markdownInline, markdownTable } from "./markdown-text.ts";

const outcomeWords: Readonly<Record<Outcome, string>> = {
  ok: "Ok",
  slow: "Slow",
  degraded: "Degraded",
  partial: "Partly failed",
  failed: "Failed",
};

/**
 * A run for a post-mortem: verdict, facts, how to check, recovery, what was lost, the hops with their times, and the
 * diagram of the run as it happened. `address` leads back to this very run; it is left out when it is no web address.
 */
export function runMarkdown(scenario: Scenario, system: System, trace: Trace, address?: string): string {
  const verdict = getVerdict(scenario, system, trace);
  const { headline, detail } = sayVerdict(scenario, system, trace, verdict);
  const target = address === undefined ? undefined : markdownAddress(address);
  const link = target === undefined ? "" : ` [Play this run in Hopwise](${target}).`;
  const sections = [
    `# ${markdownInline(scenario.title)}\n`,
    `**${outcomeWords[verdict.outcome]}.** ${markdownInline(headline)}\n`,
    detail === "" ? "" : `${markdownInline(detail)}\n`,
    markdownTable([["", ""], ...runFacts(scenario, system, trace, verdict)]),
    verdict.check === undefined ? "" : `## How to check\n\n${markdownFence("sh", verdict.check)}`,
    verdict.recovery === undefined ? "" : `## Recovery\n\n${markdownInline(verdict.recovery)}\n`,
    lost(system, trace),
    `## Where the time went\n\n${hopTable(scenario, system, trace)}`,
    `## What happened\n\n${markdownFence("mermaid", runMermaid(scenario, system, trace))}`,
    `Played from ${markdownInline(scenario.file)}: the times are those the chapter states, none was measured.${link}\n`,
  ];
  return sections.filter((section) => section !== "").join("\n");
}

/** What there is to say about a run besides its verdict's sentence: what, and its words. */
export function runFacts(
  scenario: Scenario,
  system: System,
  trace: Trace,
  verdict: Verdict,
): readonly (readonly [what: string, words: string])[] {
  const titleOf = (id: string) => system.faults.find((fault) => fault.id === id)?.title ?? id;
  const faults = trace.run.faults.map(({ id, onset }) =>
    onset ? `${titleOf(id)}, from message ${onset.hop}.${onset.message} on` : titleOf(id),
  );
  const layer = system.layers.find(({ id }) => id === verdict.layer)?.name;
  const hop = scenario.hops.find(({ n }) => n === verdict.hop);
  const rows: [string, string][] = [
    ["Failures switched on", faults.length === 0 ? "none" : faults.join("; ")],
    ["Layer", layer ?? ""],
    ["Where", hop === undefined ? "" : `hop ${hop.n}, ${hop.title}`],
    ["What the user sees", verdict.userSees ?? ""],
    ["Status", verdict.status === undefined ? "" : String(verdict.status)],
    ["Requests affected", verdict.share === undefined ? "" : nameShare(verdict.share)],
    ["The user waited", sayTimed(trace, verdict.waited)],
    ["Stated by the chapter", scenario.budget?.stated ? sayInterval(scenario.budget.stated) : ""],
    ["With", sayChoices(scenario, trace)],
    ["On, but not reached", verdict.notReached.map(titleOf).join("; ")],
    ["On, but nothing to do with this path", verdict.notHere.map(titleOf).join("; ")],
  ];
  return rows.filter(([, text]) => text !== "");
}

/** Each choice as it stood in this run: where a failure overruled the reader, what the failure made of it. */
function sayChoices(scenario: Scenario, trace: Trace): string {
  const decided = decideByReader(scenario.choices, trace.run.choices);
  return scenario.choices
    .map(({ id, title, branches }) => {
      const taken = trace.decisions.find(({ choice }) => choice === id)?.taken ?? decided(id);
      return `${title}: ${branches.find((branch) => branch.id === taken)?.text ?? taken ?? "open"}`;
    })
    .join("; ");
}

function lost(system: System, trace: Trace): string {
  if (trace.lost.length === 0) return "";
  const titles = new Map(system.faults.map(({ id, title }) => [id, title]));
  const items = trace.lost.map(
    ({ text, fault }) => `- ${markdownInline(text)} (${markdownInline(titles.get(fault) ?? fault)})\n`,
  );
  return `## Lost side effects\n\n${items.join("")}`;
}

/** Each hop as this run passed it, the failure's way back and what the answer did not wait for included. */
function hopTable(scenario: Scenario, system: System, trace: Trace): string {
  const { rows, asides } = layoutWaterfall(scenario, system, trace);
  const cells = [...rows, ...asides].map(({ label, figure, stated, note }) => [
    label,
    figure === "" ? "–" : figure,
    stated === undefined ? "" : sayInterval(stated),
    note ?? "",
  ]);
  const total = ["In all", sayTimed(trace, trace.total), statedTotal(scenario), ""];
  return markdownTable([["Hop", "Took", "Budget", ""], ...cells, total]);
}

/** Legs for which nobody states a time add up to nothing: that is no answer in 0 ms. */
function sayTimed(trace: Trace, interval: Interval): string {
  return hasTimes(trace) ? sayInterval(interval) : "not documented";
}

function statedTotal({ budget }: Scenario): string {
  return budget?.stated ? sayInterval(budget.stated) : "";
}
