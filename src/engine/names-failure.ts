import { type FaultKind, faultKinds } from "../model/fault.ts";
import type { Layer } from "../model/layer.ts";
import type { Branch } from "../model/step.ts";
import type { ActiveFault } from "./active-faults.ts";

/** Words that authors use for each way of failing, in the text of a `break` or an `option`. */
const words: Record<FaultKind, RegExp> = {
  unresolved: /\b(unresolv\w*|cannot resolve|can't resolve|dns|name look-?up|no such host|nxdomain)\b/,
  refused: /\b(refus\w*|reject\w*|blocked|connection (error|failed|fails))\b/,
  unreachable: /\b(time[sd]?[ -]?out|timeouts?|unreachable|no (answer|response|reply)|not answering)\b/,
  error: /\b(errors?|5\d\d|4\d\d)\b/,
  slow: /\b(slow\w*)\b/,
  rerouted: /\b(rerout\w*|failover|fail-over)\b/,
  lost: /\b(lost|dropped|never arrives)\b/,
};

/** Words that fit any request that came to nothing. */
const anyFailure = /\b(fail\w*|unavailable|down|broken|outage|not available)\b/;
const anyState = /\b(fail\w*|unavailable|down|broken|outage|errors?|unreachable|crash\w*)\b/;

/** Lower case, words only, so that `Redis down!` and `redis-down` compare equal. */
export function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}']+/gu, " ")
    .trim();
}

function holdsPhrase(text: string, phrase: string): boolean {
  return phrase !== "" && ` ${text} `.includes(` ${phrase} `);
}

/** Whether a branch's text names this very fault: its title or id, or its layer together with a word such as "down". */
export function namesFault(text: string, active: ActiveFault, layer: Layer | undefined): boolean {
  const plain = plainWords(text);
  if (holdsPhrase(plain, plainWords(active.fault.title)) || holdsPhrase(plain, plainWords(active.fault.id)))
    return true;
  if (!anyState.test(plain)) return false;
  return holdsPhrase(plain, plainWords(layer?.name ?? "")) || holdsPhrase(plain, plainWords(active.layer));
}

/** Whether a `break` or an `option` speaks of this failure: of the fault, its status, its layer, or what went wrong. */
export function namesFailure(
  text: string,
  active: ActiveFault,
  status: number | undefined,
  layer: Layer | undefined,
): boolean {
  const plain = plainWords(text);
  if (namesFault(text, active, layer)) return true;
  const stated = /\b[1-5]\d\d\b/.exec(plain)?.[0];
  if (stated !== undefined && status !== undefined) return stated === String(status);
  if (stated === undefined && words[active.kind].test(plain)) return true;
  if (active.kind === "lost" && words.unreachable.test(plain)) return true;
  if (namesOtherKind(plain, active.kind)) return false;
  return holdsPhrase(plain, plainWords(layer?.name ?? "")) || isGeneral(plain);
}

/** "Redis refuses connections" names the layer, but another way of failing than a timeout. */
function namesOtherKind(plain: string, kind: FaultKind): boolean {
  return faultKinds.some((other) => other !== kind && other !== "error" && words[other].test(plain));
}

/** "Request fails" fits every failure; "Redis fails" only that of Redis, and was looked at before. */
function isGeneral(plain: string): boolean {
  if (!anyFailure.test(plain)) return false;
  const rest = plain
    .replace(anyFailure, " ")
    .replace(/\b(the|a|an|is|are|request|call|it|this|that|on|if|when)\b/g, " ");
  return rest.trim() === "";
}

/** Whether `@on …: take "…"` means this branch: by id or by its words. */
export function isBranchNamed(branch: Branch, name: string): boolean {
  return branch.id === name || plainWords(branch.text) === plainWords(name);
}
