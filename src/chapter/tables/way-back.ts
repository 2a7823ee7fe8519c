import type { BudgetRow } from "../../model/scenario.ts";
import { kindByName } from "../lifelines/kinds.ts";
import { alike, withoutFillers, wordsOf } from "../words.ts";

/** The ends of a leg's label, `CF → hetzner (across the Atlantic)`. */
export function endsOf(label: string): { readonly from: string; readonly to: string } | undefined {
  const parts = label.replace(/\([^()]*\)/g, " ").split(/\s*(?:→|⇒|->|=>|-->|—>|⟶)\s*/u);
  const [from, to] = [parts[0]?.trim(), parts.at(-1)?.trim()];
  return parts.length >= 2 && from && to ? { from, to } : undefined;
}

function shares(a: string, b: string): boolean {
  const words = withoutFillers(wordsOf(b));
  return withoutFillers(wordsOf(a)).some((word) => words.some((other) => alike(word, other)));
}

/**
 * What the way back takes, by the rows above: the legs that led from the client to where the answer is made. A leg
 * whose sender goes on to do something else (`api → Postgres`, then `api → Redis`) has already come back.
 */
export function sumOfWayBack(rows: readonly BudgetRow[]): { min: number; max: number } | undefined {
  const path: { readonly from: string; readonly to: string; readonly row: BudgetRow }[] = [];
  for (const [index, row] of rows.entries()) {
    const ends = endsOf(row.label);
    if (ends) {
      const again = path.findIndex((leg) => shares(leg.from, ends.from));
      if (again >= 0) path.length = again;
      path.push({ ...ends, row });
      continue;
    }
    const next = rows.slice(index + 1).flatMap((each) => endsOf(each.label) ?? [])[0];
    const top = path.at(-1);
    if (top && next && !shares(top.to, next.from) && shares(row.label, next.from)) {
      // A row such as "kernel + Traefik accept" bridges the leg before it and the one that starts at Traefik.
      path.push({ from: top.to, to: next.from, row });
      continue;
    }
    const holder = path.findIndex((leg) => shares(leg.from, row.label) && !shares(leg.to, row.label));
    if (holder >= 0) path.length = holder;
  }
  // A last leg to a store or queue has come back too: nobody answers the client from there.
  const last = path.at(-1);
  const leaf = last && kindByName(last.to, last.to);
  if (path.length > 1 && (leaf === "store" || leaf === "queue" || leaf === "worker" || leaf === "dns")) path.pop();
  const legs = path.map((leg) => leg.row.figure?.cases[0]?.latency);
  if (legs.length === 0 || legs.some((latency) => latency === undefined)) return undefined;
  return legs.reduce(
    (sum: { min: number; max: number }, latency) => ({
      min: sum.min + (latency?.min ?? 0),
      max: sum.max + (latency?.max ?? 0),
    }),
    { min: 0, max: 0 },
  );
}
