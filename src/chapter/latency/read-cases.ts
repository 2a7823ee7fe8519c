import type { Latency } from "../../model/latency.ts";
import { findLatencies } from "./find-latencies.ts";

/** A stated figure, per condition where the text gives several. */
export type LatencyText =
  | {
      readonly kind: "read";
      readonly cases: readonly { readonly latency: Latency; readonly condition?: string }[];
      readonly inferred: boolean;
    }
  | { readonly kind: "unreadable"; readonly why: string };

const leading =
  /^(?:on|a|an|the|with|when|if|for|in|at|under|is|of|it's|being|case|typically|often|usually|about|bei|auf|im|einer?|einem|wenn|à|en|sur|avec|si|un|une|con|cuando)\s+/iu;

/** `on a warm connection` → `warm connection`. */
function tidyCondition(words: string): string {
  let text = words
    .replace(/[():*_`]/g, " ")
    .replace(/\s+/gu, " ")
    .replace(/^[\s,;.–—-]+|[\s,;.–—-]+$/gu, "");
  for (let before = ""; before !== text; ) {
    before = text;
    text = text.replace(leading, "");
  }
  return text;
}

const bounds = /^(?:p ?\d\d|min|max|avg|aver|mean|medi|typ|best|worst|peak|usual|normal)/i;

/** Whether a figure only says how far one range goes: "avg 10 ms, max 50 ms", "5–15 ms (p99 80 ms)". */
function isBound({ latency, condition }: { latency: Latency; condition?: string }, index: number): boolean {
  return condition === undefined ? index === 0 || latency.min === 0 : bounds.test(condition);
}

/** Reads "20–60 ms as budgeted, <10 ms warm, ~80 ms cold", and the single figure of "<3 ms, even across nodes". */
export function readLatencyText(written: string, unitOfColumn = ""): LatencyText {
  const inferred = /\b(?:inferred|assumed|estimated)\b/i.test(written);
  const text = written
    .replace(/\b(?:inferred|assumed|estimated)\b/gi, " ")
    .replace(/\((?:was|formerly|previously|before)\b[^()]*\)/gi, " ");
  const found = findLatencies(text, unitOfColumn);
  const first = found[0];
  if (!first) return { kind: "unreadable", why: "No figure with a unit is found in it." };
  if (found.some((each) => each.latency === undefined)) {
    return { kind: "unreadable", why: "It says no upper end, or its ends stand in the wrong order." };
  }
  if (found.length === 1 && first.latency) return { kind: "read", cases: [{ latency: first.latency }], inferred };
  const cases: { latency: Latency; condition?: string }[] = [];
  // Words stand behind their figures, unless the first figure has some before it: "cold 2 s, warm 20 ms".
  let before = false;
  for (const [index, each] of found.entries()) {
    if (!each.latency) continue;
    const next = found[index + 1]?.start ?? text.length;
    const previous = index === 0 ? 0 : (found[index - 1]?.end ?? 0);
    const behind =
      text.slice(each.end, next).split(/[,;/|]|\s(?:and|or|und|oder|et|ou|y|o)\s|\.\s|\((?![^()]*\))/iu, 1)[0] ?? "";
    if (/^\s*(?:to|from|→|->|plus|then|\+)\s*/i.test(behind) || /[+]\s*$/.test(text.slice(previous, each.start))) {
      return { kind: "unreadable", why: "It gives several figures; say their sum, or one figure for each condition." };
    }
    const ahead =
      text
        .slice(previous, each.start)
        .split(/[,;/|]/)
        .at(-1) ?? "";
    const own = tidyCondition(behind);
    if (index === 0) before = own === "";
    const led = before || /:\s*$|\([^()]*$/.test(ahead);
    const condition = own || (led ? tidyCondition(/^(?!.*latenc).*$/isu.exec(ahead)?.[0] ?? "") : "");
    cases.push(condition === "" ? { latency: each.latency } : { latency: each.latency, condition });
  }
  const { min } = first.latency ?? { min: 0 };
  const max = found.at(-1)?.latency?.max ?? 0;
  if (min <= max && cases.every(isBound)) {
    return { kind: "read", cases: [{ latency: { min, max, text: text.trim() } }], inferred };
  }
  const conditions = new Set(cases.map((each) => (each.condition ?? "").toLowerCase()));
  if (conditions.size < cases.length) {
    return { kind: "unreadable", why: "It gives several figures without saying when each of them holds." };
  }
  return { kind: "read", cases, inferred };
}
