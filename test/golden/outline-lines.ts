import type { Chapter } from "../../src/model/chapter.ts";
import type { Figure, Latency } from "../../src/model/latency.ts";
import type { Scenario } from "../../src/model/scenario.ts";
import type { Message, Step } from "../../src/model/step.ts";

function range(latency: Latency): string {
  const percentiles = latency.p50 === undefined ? "" : "p";
  return `${percentiles}${latency.min}..${latency.max}ms`;
}

function figure(of: Figure | undefined): string {
  if (!of) return "";
  const cases = of.cases.map(
    (each) => range(each.latency) + (each.when ? ` if ${each.when.choice}=${each.when.branch}` : ""),
  );
  return ` (${cases.join(", ")}${of.inferred ? ", inferred" : ""})`;
}

function one(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}

function message(step: Message): string {
  const marks = [
    ...(step.via.length > 0 ? [`via ${step.via.join(",")}${step.viaInferred ? "?" : ""}`] : []),
    ...(step.async ? ["async"] : []),
    ...(step.effect ? ["effect"] : []),
    ...(step.timeout === undefined ? [] : [`timeout ${step.timeout}`]),
    ...(step.retry === undefined ? [] : [`retry ${step.retry}`]),
    ...step.on.map((reaction) => `on ${reaction.fault}: ${reaction.action.kind}`),
  ];
  const tail = marks.length > 0 ? ` [${marks.join("; ")}]` : "";
  return `${step.n} ${step.from} ${step.arrow.token} ${step.to}: ${one(step.text)}${figure(step.figure)}${tail}`;
}

function lines(steps: readonly Step[], indent: string): string[] {
  return steps.flatMap((step): string[] => {
    if (step.kind === "message") return [indent + message(step)];
    if (step.kind === "note") return [`${indent}note ${step.position} ${step.over.join(",")}: ${one(step.text)}`];
    if (step.kind !== "block") return [];
    return step.branches.flatMap((branch) => {
      const choice = step.choice === undefined ? "" : ` {${step.choice}=${branch.id}}`;
      const async = step.async ? " async" : "";
      return [`${indent}${step.type} ${one(branch.text)}${choice}${async}`, ...lines(branch.steps, `${indent}  `)];
    });
  });
}

function scenarioLines(scenario: Scenario): string[] {
  return [
    `scenario ${scenario.id}: ${scenario.title}`,
    ...scenario.participants.map((each) => {
      const kind = each.kind ? ` ${each.kind}${each.kindInferred ? "?" : ""}` : "";
      return `  lifeline ${each.key} (${each.ids.join(", ")}) "${one(each.label)}"${each.layer ? ` layer ${each.layer}` : ""}${kind}`;
    }),
    ...scenario.hops.flatMap((hop) => [
      `  hop ${hop.n} ${hop.title}${figure(hop.figure)}${hop.figureFrom ? ` from ${hop.figureFrom}` : ""}${hop.found ? " found" : ""}${hop.notes.length > 0 ? ` notes ${hop.notes.length}` : ""}`,
      ...lines(hop.steps, "    "),
    ]),
    ...scenario.choices.map(
      (each) =>
        `  choice ${each.id} "${each.title}": ${each.branches.map((branch) => (branch.id === each.default ? `[${branch.id}]` : branch.id)).join(" ")}`,
    ),
    ...(scenario.budget?.rows ?? []).map(
      (row) => `  budget ${row.label}${figure(row.figure)}${row.hop === undefined ? "" : ` → hop ${row.hop}`}`,
    ),
    ...(scenario.budget?.stated ? [`  total ${range(scenario.budget.stated)}`] : []),
  ];
}

/** A chapter as lines that a person can check: what is played, what is concluded, what is wrong. */
export function outlineLines(chapter: Chapter): string {
  return [
    `chapter ${chapter.id}: ${chapter.title}`,
    ...chapter.scenarios.flatMap(scenarioLines),
    ...chapter.system.layers.map(
      (layer) => `layer ${layer.id}${layer.inferred ? "?" : ""} "${layer.name}"${layer.kind ? ` ${layer.kind}` : ""}`,
    ),
    ...chapter.system.faults.map((fault) => {
      const mark = (field: string) => (fault.inferred.includes(field) ? "?" : "");
      const fields = (["layer", "kind", "then", "share", "status", "factor"] as const)
        .filter((field) => fault[field] !== undefined)
        .map((field) => `${field}${mark(field)}=${fault[field]}`);
      return `fault ${fault.id} "${fault.title}" ${fields.join(" ")}`.trimEnd();
    }),
    ...chapter.problems.map((each) => `${each.severity} ${each.line}:${each.column} ${each.code}: ${each.message}`),
    "",
  ].join("\n");
}
