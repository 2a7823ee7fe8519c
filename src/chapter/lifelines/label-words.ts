import { wordsOf } from "../words.ts";

/** Words that say what kind of box it is, not which one: they may differ between two names of one thing. */
const soft = new Set(
  "pod pods server process container instance instances host node nodes box vm machine service pop kernel network some random one of the a an our pooler cluster replica3 acting as via".split(
    " ",
  ),
);
/** Words for a role that several things of one system play. */
const roles = new Set(
  "dns resolver resolv nameserver database cache client api app backend frontend gateway proxy queue worker balancer storage store broker edge user browser web auth authentication admin ingress router".split(
    " ",
  ),
);
/** Words that tell two things of one role apart. */
const contrasts = new Set(
  "local remote internal external public private old new primary replica standby secondary source target left right first second east west north south blue green v1 v2 v3 v4 a b c 1 2 3 4 5 red black staging production prod master slave leader follower".split(
    " ",
  ),
);

/** A label's words, sorted by what they can prove. */
export interface LabelWords {
  /** Outside of parentheses, without words such as `pod`. */
  readonly core: readonly string[];
  /** Inside of parentheses, addresses left out. */
  readonly aside: readonly string[];
}

export function labelWords(label: string): LabelWords {
  const inside = [...label.matchAll(/\(([^()]*)\)/g)].map((match) => match[1] ?? "").join(" ");
  const all = wordsOf(label.replace(/\([^()]*\)/g, " "));
  const core = all.filter((word) => !soft.has(word));
  return {
    core: core.length > 0 ? core : all,
    aside: wordsOf(inside).filter((word) => !soft.has(word) && !/^\d+(\.\d+)+$/.test(word)),
  };
}

export function isSoft(word: string): boolean {
  return soft.has(word);
}

export function isRole(word: string): boolean {
  return roles.has(word);
}

export function isContrast(word: string): boolean {
  return contrasts.has(word) || /^v?\d+$/.test(word);
}

/** A word that only one thing of a system is called by, such as `redis`. */
export function isDistinctive(word: string): boolean {
  return !soft.has(word) && !roles.has(word) && !contrasts.has(word) && word.length > 1;
}
