import type { System } from "../model/chapter.ts";
import type { Run } from "../model/run.ts";
import type { Scenario } from "../model/scenario.ts";

/** Two runs by what tells them apart: their failures, and the choices in which they differ. Never the same name twice. */
export function nameRuns(
  scenario: Scenario,
  system: System,
  a: Run,
  b: Run,
): { readonly a: string; readonly b: string } {
  const apart = scenario.choices.filter(
    ({ id, default: usual }) => (a.choices[id] ?? usual) !== (b.choices[id] ?? usual),
  );
  const name = (run: Run): string => {
    const faults = run.faults.map(({ id, onset }) => {
      const title = system.faults.find((fault) => fault.id === id)?.title ?? id;
      return onset ? `${title} from ${onset.hop}.${onset.message} on` : title;
    });
    const chosen = apart.map(({ id, title, branches, default: usual }) => {
      const branch = branches.find((one) => one.id === (run.choices[id] ?? usual));
      return `${title}: ${branch?.text || branch?.id || usual}`;
    });
    const sides = Object.entries(run.sides)
      .filter(([fault, side]) => side === "unaffected" && run.faults.some(({ id }) => id === fault))
      .map(() => "unaffected");
    return [faults.length === 0 ? "Healthy" : faults.join(" + "), ...chosen, ...sides].join(" · ");
  };
  const names = { a: name(a), b: name(b) };
  return names.a === names.b ? { a: names.a, b: `${names.b}, again` } : names;
}
