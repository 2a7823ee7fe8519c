import { alike, hasWord, sameWords, wordsOfId } from "../words.ts";
import { isContrast, isDistinctive, isRole, labelWords } from "./label-words.ts";

/** A lifeline as one fence names it. */
export interface Naming {
  readonly id: string;
  readonly label: string;
  readonly declared: boolean;
}

function rest(of: readonly string[], without: readonly string[]): string[] {
  return of.filter((word) => !hasWord(without, word));
}

function contradict(a: readonly string[], b: readonly string[]): boolean {
  return rest(a, b).some(isContrast) && rest(b, a).some(isContrast);
}

function plainLabel(naming: Naming): string {
  return naming.label.trim() === "" ? naming.id : naming.label;
}

/** Do two namings with the same Mermaid id mean the same lifeline? */
export function sameUnderOneId(a: Naming, b: Naming): boolean {
  const labelA = plainLabel(a);
  const labelB = plainLabel(b);
  if (labelA === labelB || labelA === a.id || labelB === b.id) return true;
  const wordsA = labelWords(labelA);
  const wordsB = labelWords(labelB);
  const restA = rest(wordsA.core, [...wordsB.core, ...wordsB.aside]);
  const restB = rest(wordsB.core, [...wordsA.core, ...wordsA.aside]);
  if (contradict(wordsA.core, wordsB.core)) return false;
  const shared = wordsA.core.filter((word) => hasWord([...wordsB.core, ...wordsB.aside], word));
  if (shared.length === 0) return [...wordsA.aside].some((word) => isDistinctive(word) && hasWord(wordsB.core, word));
  if (shared.some(isDistinctive)) return true;
  return (restA.length === 0 || restB.length === 0) && !restA.some(isContrast) && !restB.some(isContrast);
}

/** `CF` shortens `CFE`, `API` shortens `APIPod`. */
function idsAlike(a: string, b: string): boolean {
  const shorter = a.length <= b.length ? a.toLowerCase() : b.toLowerCase();
  const longer = a.length <= b.length ? b.toLowerCase() : a.toLowerCase();
  return shorter.length >= 2 && longer.startsWith(shorter);
}

/**
 * How sure two namings with different ids mean the same lifeline: 0 (not at all) to 3 (the same words).
 * Never on the strength of a role alone: two resolvers are two resolvers.
 */
export function likenessAcrossIds(a: Naming, b: Naming): 0 | 1 | 2 | 3 {
  const wordsA = labelWords(plainLabel(a));
  const wordsB = labelWords(plainLabel(b));
  if (contradict([...wordsA.core, ...wordsA.aside], [...wordsB.core, ...wordsB.aside])) return 0;
  if (sameWords(wordsA.core, wordsB.core)) return 3;
  const [small, big] = wordsA.core.length <= wordsB.core.length ? [wordsA, wordsB] : [wordsB, wordsA];
  const beyond = rest(big.core, small.core);
  const within = small.core.every((word) => hasWord(big.core, word));
  if (within && small.core.some(isDistinctive)) {
    if (beyond.some(isContrast)) return 0;
    // "Cloudflare" may be short for "Cloudflare edge", never for "Cloudflare DNS".
    if (beyond.every((word) => !isRole(word) || word === "edge")) return idsAlike(a.id, b.id) ? 3 : 2;
    return 0;
  }
  const sharedDistinctive = wordsA.core.filter((word) => isDistinctive(word) && hasWord(wordsB.core, word));
  const roleOf = (words: readonly string[]) => words.filter((word) => isRole(word) && word !== "edge");
  const rolesAgree = roleOf(wordsA.core).length === 0 && roleOf(wordsB.core).length === 0;
  if (sharedDistinctive.length > 0 && rolesAgree && idsAlike(a.id, b.id)) return 2;
  // An id that spells a word of the other's label out: `Redis` beside `R as Redis`.
  const idWords = wordsOfId(a.id);
  if (!a.declared && idWords.length === 1 && isDistinctive(idWords[0] ?? "") && wordsB.core.length === 1) {
    return alike(idWords[0] ?? "", wordsB.core[0] ?? "") ? 2 : 0;
  }
  return 0;
}
