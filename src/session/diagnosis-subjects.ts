import type { Observation } from "../analysis/diagnosis/observation.ts";
import { readSeen } from "../analysis/diagnosis/read-seen.ts";
import type { Chapter, System } from "../model/chapter.ts";
import type { Fault } from "../model/fault.ts";
import { type Found, findNamed } from "../model/find-named.ts";
import type { Scenario } from "../model/scenario.ts";

/** What was said: a scenario's name (or `check` and a failure's), and what was seen there. */
export interface Saw {
  readonly subject: string;
  readonly what: string;
}

export interface Entry {
  readonly chapter: Pick<Chapter, "id">;
  readonly scenario: Scenario;
}

/** By id, title or a part of them; or by its chapter's file, where that holds no other scenario. */
export function findScenario(entries: readonly Entry[], name: string): Found<Scenario> {
  const found = findNamed(
    entries.map(({ scenario }) => scenario),
    name,
  );
  if (found.kind !== "none") return found;
  const of = entries.filter(({ chapter }) => chapter.id === name || chapter.id.split("/").at(-1) === name);
  const [first] = of;
  if (first === undefined) return { kind: "none" };
  return of.length === 1
    ? { kind: "one", item: first.scenario }
    : { kind: "several", items: of.map(({ scenario }) => scenario) };
}

const check = /^check[ :]+(.+)$/i;

/** `check redis-down` is about a failure. */
export function findChecked(system: System, subject: string): Found<Fault> | undefined {
  const name = check.exec(subject.trim())?.[1];
  return name === undefined ? undefined : findNamed(system.faults, name);
}

/** Reads what was said. Undefined where its subject is not one thing in this library. */
export function readSaw(entries: readonly Entry[], system: System, { subject, what }: Saw): Observation | undefined {
  const scenario = findScenario(entries, subject);
  if (scenario.kind === "one") return { kind: "seen", scenario: scenario.item.id, seen: readSeen(what) };
  const checked = findChecked(system, subject);
  if (checked?.kind !== "one") return undefined;
  const { sight } = readSeen(what);
  const broken = sight.kind !== "works" || /\bbroken\b|\bbad\b/i.test(what);
  return { kind: "check", fault: checked.item.id, broken, text: what };
}
