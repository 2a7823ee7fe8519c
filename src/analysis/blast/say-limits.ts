import type { Blast } from "./blast.ts";

/** Why some of the grid is all ok, each in a sentence. */
export function sayLimits({ faults, scenarios, idle, empty }: Blast): readonly string[] {
  const named = (items: readonly { readonly id: string; readonly title: string }[], ids: readonly string[]): string =>
    items.flatMap(({ id, title }) => (ids.includes(id) ? [`“${title.replace(/\s+/g, " ")}”`] : [])).join(", ");
  const limits: string[] = [];
  if (idle.length === 1) limits.push(`${named(faults, idle)} bites nothing: no message here passes its layer.`);
  if (idle.length > 1) {
    limits.push(
      `${idle.length} failures bite nothing, since no message here passes their layers: ${named(faults, idle)}.`,
    );
  }
  if (empty.length > 0) limits.push(`Nothing is sent in ${named(scenarios, empty)}, so nothing can be bitten there.`);
  return limits;
}
