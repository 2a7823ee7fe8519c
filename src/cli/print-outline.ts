import { decideByReader, pickLatency } from "../model/condition.ts";
import { messagesIn } from "../model/messages-in.ts";
import type { Scenario } from "../model/scenario.ts";
import { sayInterval } from "../scene/say-interval.ts";
import { padTo, widthOf } from "./columns.ts";
import type { Loaded } from "./load-library.ts";
import { type Paint, printable } from "./paint.ts";

/** Scenarios with their hops and choices, then the failures: the chapter at a glance. */
export function printOutline(loaded: readonly Loaded[], paint: Paint): string {
  return loaded.map((each) => printLibrary(each, paint)).join("\n");
}

function printLibrary({ library, chapters }: Loaded, paint: Paint): string {
  const scenarios = chapters.flatMap((chapter) => chapter.scenarios.map((scenario) => printScenario(scenario, paint)));
  const { faults } = library.system;
  const width = Math.max(0, ...faults.map(({ id }) => widthOf(id)));
  const failures = faults.map(({ id, title, layer }) => {
    return `  ${padTo(width, id)}  ${printable(title)}${paint("muted", layer ? ` · ${layer}` : " · no layer")}\n`;
  });
  const blocks = [...scenarios];
  if (failures.length > 0) blocks.push(`${paint("bold", "Failures")}\n${failures.join("")}`);
  return blocks.length > 0 ? blocks.join("\n") : "No scenario: no sequenceDiagram was found.\n";
}

function printScenario(scenario: Scenario, paint: Paint): string {
  const decided = decideByReader(scenario.choices, {});
  const titles = scenario.hops.map(({ title }) => printable(title));
  const width = Math.min(60, Math.max(0, ...titles.map(widthOf)));
  const hops = scenario.hops.map((hop, at) => {
    const latency = hop.figure && pickLatency(hop.figure, decided);
    const count = messagesIn(hop.steps).length;
    const figure = latency ? sayInterval(latency) : "";
    const messages = `${count} ${count === 1 ? "message" : "messages"}`;
    return `  ${String(hop.n).padStart(2)}  ${padTo(width, titles[at] ?? "")}  ${messages.padEnd(12)}  ${figure}`.trimEnd();
  });
  const choices = scenario.choices.map(({ id, title, branches, default: usual }) => {
    const words = branches.map((branch) => (branch.id === usual ? paint("bold", branch.id) : branch.id)).join(" | ");
    return `  ${paint("muted", "choice")} ${id} = ${words}${title === id ? "" : paint("muted", `  (${printable(title)})`)}`;
  });
  return `${paint("bold", printable(scenario.title))} ${paint("muted", scenario.id)}\n${[...hops, ...choices].join("\n")}\n`;
}
