import { type CriticalPart, type CriticalPath, findLargest } from "../../analysis/critical-path/find-critical-path.ts";
import { printDuration } from "../../lib/print-duration.ts";
import type { System } from "../../model/chapter.ts";
import type { Scenario } from "../../model/scenario.ts";
import { isWayBack, type Trace } from "../../model/trace.ts";
import { sayInterval } from "../say-interval.ts";

/** A run with what decides its total. */
export interface Decided {
  readonly trace: Trace;
  readonly path: CriticalPath;
}

/**
 * What decides the total, in one or two sentences, such as “Hop 2 “edge → node” decides most: 42 % at best, 35 % at
 * worst.” A run with failures also says which leg took over from the healthy one. Nothing where no times are stated.
 */
export function sayCritical(scenario: Scenario, system: System, now: Decided, healthy: Decided): string | undefined {
  const best = findLargest(now.path.parts, "least");
  const worst = findLargest(now.path.parts, "most");
  if (best === undefined && worst === undefined) return undefined;
  const name = (part: CriticalPart) => namePart(scenario, part);
  const taken = sayTakeover(scenario, system, now, healthy);
  if (taken !== undefined) return taken;
  const sentences: string[] = [];
  if (best !== undefined && best === worst) {
    sentences.push(`${capital(name(best))} decides most: ${sayShares(best, now.trace)}.`);
  } else {
    if (best !== undefined) {
      sentences.push(`At best ${name(best)} decides most, ${percent(best.least, now.trace.total.min)}.`);
    }
    if (worst !== undefined) {
      const share = worst.most === null ? "for a time not documented" : percent(worst.most, now.trace.total.max ?? 0);
      sentences.push(`At worst ${name(worst)} does, ${share}.`);
    }
  }
  const spare = now.path.spare.size;
  if (spare > 0) {
    sentences.push(
      `${spare} ${spare === 1 ? "message runs beside it and delays" : "messages run beside it and delay"} nothing.`,
    );
  }
  return sentences.join(" ");
}

/** Which leg decides now, where it is another than without failures, or decides by waiting. */
function sayTakeover(scenario: Scenario, system: System, now: Decided, healthy: Decided): string | undefined {
  if (now.trace.run.faults.length === 0) return undefined;
  const part = findLargest(now.path.parts, "most");
  const before = findLargest(healthy.path.parts, "most");
  if (part === undefined) return undefined;
  const waiting = part.waits > 0 || part.most === null;
  const same = healthy.path.parts.find((one) => one.hop === part.hop && one.back === part.back);
  // Where the request only dies early, the rest is gone: nothing took over from it.
  if (part.most !== null && same !== undefined && part.most <= (same.most ?? Number.POSITIVE_INFINITY))
    return undefined;
  const stays = part.hop === before?.hop && part.back === before.back;
  if (stays && !waiting) return undefined;
  const what = waiting ? `the wait in ${namePart(scenario, part)}` : namePart(scenario, part);
  const share =
    part.most === null
      ? "nobody states how long it lasts"
      : `${sayInterval({ min: part.least, max: part.most })} of ${sayInterval(now.trace.total)}`;
  // A wait in the leg that decided before takes over from nothing.
  const does = before === undefined || stays ? "decides most" : `takes over from ${namePart(scenario, before)}`;
  return `${nameFaults(system, now.trace, part)} on, ${what} ${does}: ${share}.`;
}

function nameFaults(system: System, { messages, run }: Trace, part: CriticalPart): string {
  const here = messages.filter((one) => (part.back ? isWayBack(one) : one.hop === part.hop));
  const guilty = new Set(here.map((one) => one.fault));
  const named = system.faults.filter(({ id }) => guilty.has(id)).map(({ title }) => title);
  const on = system.faults.filter(({ id }) => run.faults.some((fault) => fault.id === id)).map(({ title }) => title);
  const titles = named.length > 0 ? named : on;
  return `With ${titles.length > 0 && titles.length <= 2 ? titles.join(" and ") : "these failures"}`;
}

function namePart(scenario: Scenario, { hop, back }: CriticalPart): string {
  if (back) return "the failure’s way back";
  const title = scenario.hops.find(({ n }) => n === hop)?.title ?? "";
  return title === "" || scenario.hops.length === 1 ? `hop ${hop}` : `hop ${hop} “${title}”`;
}

function sayShares(part: CriticalPart, { total }: Trace): string {
  const range = `${sayInterval({ min: part.least, max: part.most })} of ${sayInterval(total)}`;
  const best = percent(part.least, total.min);
  if (part.most === null || total.max === null) return `${best} at best, at worst not documented`;
  const worst = percent(part.most, total.max);
  return best === worst ? `${best}, ${range}` : `${best} at best, ${worst} at worst, ${range}`;
}

function percent(part: number, whole: number): string {
  if (whole <= 0) return printDuration(part);
  const share = (part / whole) * 100;
  if (share > 0 && share < 1) return "under 1 %";
  return share > 99 && share < 100 ? "over 99 %" : `${Math.round(share)} %`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
