import type { Fault, Share } from "../model/fault.ts";

const state =
  /^(\S.*?) (down|broken|dead|gone|killed|\S+-killed|unreachable|unavailable|overloaded|slow|full|lost|blocked|expired)\b/i;
const alreadySays = /\b(is|are|was|has|have|gets?|goes|runs?|shuts?|cannot|can't|does|oom)$/i;
const plural = /\b(pods|nodes|services|servers|workers|caches|queues|databases|replicas|connections|requests)$/i;

/** A fault's title as a clause: `CoreDNS down` → `CoreDNS is down`; a title that has its verb stays as it is. */
export function nameFault(fault: Fault): string {
  const found = state.exec(fault.title);
  const said = found?.[1];
  // `Redis: down` is a part and its state as well.
  const subject = said?.replace(/\s*:$/, "");
  if (said === undefined || subject === undefined || alreadySays.test(subject)) return fault.title;
  return `${subject} ${plural.test(subject) ? "are" : "is"}${fault.title.slice(said.length)}`;
}

/** `1 in 3 requests`, `30 % of requests`, `some requests`. */
export function nameShare(share: Share): string {
  if (share === "some") return "some requests";
  const one = Math.round(1 / share);
  if (one > 1 && Math.abs(share * one - 1) < 0.005) return `1 in ${one} requests`;
  return `${Math.round(share * 100)} % of requests`;
}
