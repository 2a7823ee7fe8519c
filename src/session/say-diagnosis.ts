import { isBad } from "../analysis/diagnosis/observation.ts";
import type { System } from "../model/chapter.ts";
import type { FaultId, ScenarioId } from "../model/ids.ts";
import type { Diagnosis, Look } from "./diagnose.ts";
import type { Entry } from "./diagnosis-subjects.ts";

/** Names for what a diagnosis speaks of. */
export interface Titles {
  fault(id: FaultId): string;
  faults(ids: readonly FaultId[]): string;
  scenario(id: ScenarioId): string;
}

export function titlesOf(entries: readonly Entry[], system: System): Titles {
  const faults = new Map(system.faults.map(({ id, title }) => [id, title]));
  const scenarios = new Map(entries.map(({ scenario }) => [scenario.id, scenario.title]));
  const fault = (id: FaultId): string => faults.get(id) ?? id;
  return {
    fault,
    faults: (ids) => ids.map(fault).join(" + "),
    scenario: (id) => scenarios.get(id) ?? id,
  };
}

/** What was seen, and where. */
export function sayObservation(observation: Diagnosis["observations"][number], titles: Titles): string {
  return observation.kind === "seen"
    ? `${titles.scenario(observation.scenario)}: “${observation.seen.text}”`
    : `check of ${titles.fault(observation.fault)}: ${observation.broken ? "broken" : "fine"}`;
}

/** The diagnosis in one sentence: as sure as the chapters allow, and never surer. */
export function sayDiagnosis(diagnosis: Diagnosis, titles: Titles): string {
  const { suspects, observations, complete, conflicts, vague } = diagnosis;
  if (observations.length === 0) return "Say what you see, and the failures that could show it are ranked.";
  const bad = observations.some(isBad);
  const [first] = suspects;
  if (first === undefined) return "Not documented: no failure in these chapters shows what was seen.";
  if (!bad) return "Everything that was seen works, so nothing needs a failure to explain it.";
  const left = suspects.length === 1 ? "1 suspect is" : `${suspects.length} suspects are`;
  if (conflicts.length > 0) return `What was seen contradicts itself, as far as the chapters say; ${left} possible.`;
  if (!complete)
    return `No failure explains all that was seen, alone or with another. ${titles.faults(first.faults)} explains a part.`;
  if (vague.length > 0) return `Not documented in so many words; ${left} possible.`;
  const equal = suspects.filter(({ score }) => Math.abs(score - first.score) < 1e-9);
  if (suspects.length === 1) return `Only ${titles.faults(first.faults)} fits what was seen.`;
  if (equal.length === 1) return `${titles.faults(first.faults)} fits best, of ${suspects.length} suspects.`;
  return `${equal.length} suspects fit equally well.`;
}

/** What cannot be told, each in a sentence. */
export function sayLimits(diagnosis: Diagnosis, titles: Titles): readonly string[] {
  const said = (at: number): string => {
    const observation = diagnosis.observations[at];
    return observation ? sayObservation(observation, titles) : "";
  };
  return [
    ...diagnosis.unexplained.map((at) => `Not documented: no failure in these chapters shows ${said(at)}.`),
    ...diagnosis.conflicts.map(
      ([a, b]) =>
        `These contradict each other: no failure in these chapters is said to show both ${said(a)} and ${said(b)}.`,
    ),
    ...diagnosis.vague.map(
      (at) =>
        `Not documented: no failure in these chapters is said to show ${said(at)}. A suspect may still be behind it.`,
    ),
    ...(diagnosis.unweighed.length === 0
      ? []
      : [
          `Not weighed, because the chapter does not say which layer fails or how: ${diagnosis.unweighed.map(titles.fault).join(", ")}.`,
        ]),
    ...(diagnosis.idle.length === 0
      ? []
      : [`Not weighed, because no message passes their layers: ${diagnosis.idle.map(titles.fault).join(", ")}.`]),
  ];
}

/** The look as something to do. */
export function sayLook(look: Look, titles: Titles): string {
  if (look.kind === "scenario") return `Try “${titles.scenario(look.scenario ?? "")}”`;
  return `Check “${titles.fault(look.fault ?? "")}”`;
}

/** For whom a result of a look would speak. */
export function saySplit({ suspects }: Look["splits"][number], titles: Titles): string {
  return suspects.map(({ faults }) => titles.faults(faults)).join(", ") || "none of the suspects";
}
