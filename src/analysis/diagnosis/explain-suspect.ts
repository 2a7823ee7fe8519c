import { printInterval } from "../../lib/print-duration.ts";
import type { System } from "../../model/chapter.ts";
import type { Fault } from "../../model/fault.ts";
import type { Scenario } from "../../model/scenario.ts";
import { nameFault, nameShare } from "../name-fault.ts";
import type { Observation } from "./observation.ts";
import type { Ranked } from "./rank-suspects.ts";
import type { Symptom, Way } from "./symptom.ts";
import type { Fit } from "./weigh.ts";

/** Why an observation speaks for a suspect or against it, and the chapter's line behind it. */
export interface Reason {
  readonly fit: Fit;
  readonly text: string;
  readonly file: string;
  readonly line: number;
}

/** One reason for every observation, in their order. */
export function explainSuspect(
  suspect: Ranked,
  observations: readonly Observation[],
  scenarios: ReadonlyMap<string, Scenario>,
  system: System,
): readonly Reason[] {
  const own = suspect.faults.flatMap((id) => system.faults.find((fault) => fault.id === id) ?? []);
  return observations.map((observation, at): Reason => {
    const fit = suspect.fits[at] ?? "allows";
    const [first] = own;
    if (observation.kind === "check") {
      const fault = system.faults.find(({ id }) => id === observation.fault);
      const state = observation.broken ? "broken" : "fine";
      const has = suspect.faults.includes(observation.fault);
      const text = `The check of “${fault?.title ?? observation.fault}” says ${state}, and ${has ? "this suspect is" : "this suspect does not include"} that failure.`;
      return { fit, text, file: fault?.file ?? "", line: fault?.line ?? 0 };
    }
    const scenario = scenarios.get(observation.scenario);
    const way = suspect.weights[at]?.way;
    const decided = own.find(({ id }) => id === way?.symptom.fault) ?? first;
    const where = scenario?.title ?? observation.scenario;
    const said = `“${observation.seen.text}” ${says[fit]}`;
    const does = way === undefined ? "what happens is not documented" : sayWay(way, scenario, system, own);
    return {
      fit,
      text: `${where}: ${said}, since with ${own.map(nameFault).map(lower).join(" and ")} ${does}.`,
      file: decided?.file ?? scenario?.file ?? "",
      line: decided?.line ?? scenario?.span.line ?? 0,
    };
  });
}

const says: Readonly<Record<Fit, string>> = { explains: "fits", allows: "is possible", contradicts: "does not fit" };

function lower(clause: string): string {
  return `“${clause}”`;
}

function sayWay(way: Way, scenario: Scenario | undefined, system: System, own: readonly Fault[]): string {
  const { symptom } = way;
  const under = scenario === undefined || symptom.outcome === "ok" ? [] : sayChoices(way, scenario);
  const touched = Object.entries(way.sides).flatMap(([id, side]) => {
    const share = own.find((fault) => fault.id === id)?.share;
    if (share === undefined) return [];
    return [side === "affected" ? `for ${nameShare(share)}` : "for a request it does not touch"];
  });
  const conditions = [...under, ...touched];
  const waited = symptom.waited === undefined ? "" : ` after ${printInterval(symptom.waited)}`;
  const does = saySymptom(symptom, system) + waited;
  return conditions.length === 0 ? does : `${does}, ${conditions.join(" and ")}`;
}

function sayChoices({ choices }: Way, scenario: Scenario): readonly string[] {
  return Object.entries(choices).flatMap(([id, branch]) => {
    const choice = scenario.choices.find((one) => one.id === id);
    if (!choice || choice.default === branch) return [];
    const text = choice.branches.find((one) => one.id === branch)?.text || branch;
    return [`when ${choice.title} is “${text.replace(/\s+/g, " ")}”`];
  });
}

function saySymptom(symptom: Symptom, system: System): string {
  const layer = system.layers.find(({ id }) => id === symptom.layer)?.name;
  const at = `${symptom.hop === undefined ? "" : ` at hop ${symptom.hop}`}${layer === undefined ? "" : ` (${layer})`}`;
  switch (symptom.outcome) {
    case "ok":
      return "a request can be answered";
    case "slow":
      return `the answer comes later${at}`;
    case "degraded": {
      const lost = symptom.lost.map((text) => `“${text.replace(/\s+/g, " ")}”`).join(", ");
      return lost === "" ? `the answer comes, but not whole${at}` : `the answer comes, and ${lost} is lost${at}`;
    }
    case "failed": {
      if (symptom.status !== undefined) return `the request fails${at} with ${symptom.status}`;
      if (symptom.unresolved) return `a name cannot be resolved${at}`;
      return symptom.silent
        ? `nothing comes back and the caller waits${at}`
        : `the request fails${at}, status not documented`;
    }
  }
}
