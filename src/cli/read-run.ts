import type { System } from "../model/chapter.ts";
import type { Fault } from "../model/fault.ts";
import { findNamed, type Named } from "../model/find-named.ts";
import { messagesIn } from "../model/messages-in.ts";
import type { Onset, Run, Side } from "../model/run.ts";
import type { Scenario } from "../model/scenario.ts";
import { padTo, widthOf } from "./columns.ts";
import { findNear } from "./find-near.ts";
import { UsageError } from "./usage-error.ts";

/** What was asked for on the command line, as typed. */
export interface RunWords {
  readonly fail: readonly string[];
  readonly with: readonly string[];
  readonly seed: number;
}

/** The scenario a name means; without a name, the only one. Throws UsageError with those there are. */
export function pickScenario(scenarios: readonly Scenario[], name: string | undefined): Scenario {
  const [first] = scenarios;
  if (first === undefined) throw new UsageError("There is no scenario here: no sequenceDiagram was found.");
  if (name !== undefined) return pick("scenario", scenarios, name);
  if (scenarios.length === 1) return first;
  throw new UsageError(`There are several scenarios; say which with --scenario:\n${list(scenarios)}`);
}

/** Reads `--fail` and `--with` into a run. Throws UsageError for what is not there. */
export function readRun(scenario: Scenario, system: System, words: RunWords): Run {
  const faults = words.fail
    .flatMap((text) => splitNames(text, system.faults))
    .map((word) => readFault(word, scenario, system));
  const choices: Record<string, string> = {};
  const sides: Record<string, Side> = {};
  for (const text of words.with.flatMap((each) => each.split(","))) {
    const at = text.search(/[=:]/);
    if (at <= 0) throw new UsageError(`--with wants choice=branch; this is "${text}".`);
    const [name, value] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
    const choice = findNamed(scenario.choices, name);
    if (choice.kind === "one") {
      const branches = choice.item.branches.map(({ id, text: title }) => ({ id, title }));
      choices[choice.item.id] = pick(`branch of ${choice.item.id}`, branches, value).id;
      continue;
    }
    const fault = choice.kind === "none" ? findNamed(system.faults, name) : undefined;
    if (fault?.kind === "one") {
      sides[fault.item.id] = readSide(fault.item, value);
      continue;
    }
    throw new UsageError(sayUnknown("choice", name, choice.kind === "several" ? choice.items : scenario.choices));
  }
  return { faults: unique(faults), choices, sides, seed: words.seed };
}

function readSide(fault: Fault, value: string): Side {
  if (value === "affected" || value === "unaffected") return value;
  throw new UsageError(`${fault.id} can be affected or unaffected; "${value}" is neither.`);
}

/** Titles may hold commas, so a text that is one fault as a whole is not split. */
function splitNames(text: string, faults: readonly Fault[]): string[] {
  if (findNamed(faults, text.replace(/@\d+\.\d+$/, "")).kind === "one") return [text];
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function readFault(word: string, scenario: Scenario, system: System): Run["faults"][number] {
  const at = /^(.*)@(\d+)(?:\.(\d+))?$/.exec(word);
  const fault = pick("failure", system.faults, at?.[1] ?? word);
  if (!at) return { id: fault.id };
  return { id: fault.id, onset: readOnset(scenario, Number(at[2]), Number(at[3] ?? 1)) };
}

function readOnset(scenario: Scenario, hop: number, message: number): Onset {
  const found = scenario.hops.find(({ n }) => n === hop);
  if (!found) throw new UsageError(`There is no hop ${hop}; ${scenario.id} has hops 1 to ${scenario.hops.length}.`);
  const count = messagesIn(found.steps).length;
  if (message >= 1 && message <= count) return { hop, message };
  throw new UsageError(
    `Hop ${hop} has ${count} ${count === 1 ? "message" : "messages"}; there is no ${hop}.${message}.`,
  );
}

function unique(faults: readonly Run["faults"][number][]): Run["faults"] {
  return [...new Map(faults.map((fault) => [fault.id, fault])).values()];
}

function pick<Item extends Named>(what: string, items: readonly Item[], name: string): Item {
  const found = findNamed(items, name);
  if (found.kind === "one") return found.item;
  throw new UsageError(sayUnknown(what, name, found.kind === "several" ? found.items : items, found.kind));
}

function sayUnknown(what: string, name: string, items: readonly Named[], kind = "none"): string {
  if (kind === "several") return `"${name}" fits more than one ${what}:\n${list(items)}`;
  if (items.length === 0) return `There is no ${what} "${name}"; there are none here.`;
  const near = findNear(
    name,
    items.map(({ id }) => id),
  );
  return `There is no ${what} "${name}"${near === undefined ? "." : `; did you mean ${near}?`} There are:\n${list(items)}`;
}

function list(items: readonly Named[]): string {
  const width = Math.max(...items.map(({ id }) => widthOf(id)));
  return items.map(({ id, title }) => `  ${padTo(width, id)}  ${title.replace(/\s+/g, " ")}`).join("\n");
}
