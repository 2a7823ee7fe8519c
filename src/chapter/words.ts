/** Short forms that runbooks use side by side with the long ones. */
const synonyms = new Map([
  ["cf", "cloudflare"],
  ["pg", "postgres"],
  ["postgresql", "postgres"],
  ["k8s", "kubernetes"],
  ["db", "database"],
  ["lb", "balancer"],
  ["gw", "gateway"],
  ["svc", "service"],
  ["svcs", "service"],
  ["mq", "queue"],
  ["fe", "frontend"],
  ["be", "backend"],
  ["auth", "authentication"],
]);

/** Lower case and without accents, so that word boundaries and one spelling of a pattern are enough. */
export function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("œ", "oe");
}

const cache = new Map<string, readonly string[]>();

/**
 * The words of a text, lower case, without accents' variants being guessed at; short forms are written out.
 * Host names and addresses (`api.example.com`, `10.0.0.1`) stay whole, so that `api` is not found in them.
 */
export function wordsOf(text: string): readonly string[] {
  const known = cache.get(text);
  if (known) return known;
  const found = text.toLowerCase().match(/[\p{L}\p{N}]+(?:[._][\p{L}\p{N}]+)*/gu) ?? [];
  const words = found.map((word) => synonyms.get(word) ?? word);
  if (cache.size > 5000) cache.clear();
  cache.set(text, words);
  return words;
}

/** As `wordsOf`, for ids written together: `APIPod` → api, pod. */
export function wordsOfId(id: string): readonly string[] {
  return wordsOf(id.replace(/(\p{Ll}|\d)(?=\p{Lu})/gu, "$1 ").replace(/(\p{Lu})(?=\p{Lu}\p{Ll})/gu, "$1 "));
}

/** Two words of one stem: `parse` and `parsing`, `generate` and `generation`, `pod` and `pods`. */
export function alike(a: string, b: string): boolean {
  if (a === b) return true;
  const shorter = Math.min(a.length, b.length);
  if (shorter < 3) return false;
  let shared = 0;
  while (shared < shorter && a[shared] === b[shared]) shared++;
  if (shared === shorter)
    return (
      Math.abs(a.length - b.length) <= 3 &&
      /^(?:s|es|ed|d|ing|er|n|en|e)?$/.test((a.length > b.length ? a : b).slice(shorter))
    );
  return (
    shared >= 4 &&
    shared >= shorter * 0.7 &&
    /^(?:e|es|ed|ing|ion|ions|ation|er|y|ies|tion)?$/.test(a.slice(shared)) &&
    /^(?:e|es|ed|ing|ion|ions|ation|er|y|ies|tion)?$/.test(b.slice(shared))
  );
}

export function hasWord(words: readonly string[], word: string): boolean {
  return words.some((each) => alike(each, word));
}

/** The same words in any order and form, small words apart. */
export function sameWords(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && b.length > 0 && a.every((word) => hasWord(b, word)) && b.every((word) => hasWord(a, word));
}

const fillers = new Set(
  "a an the on of in at to for from with by and or is are be was it its as this that than then when if via per often usually typically der die das den dem ein eine einer auf im in und oder mit bei von zu le la les un une des du de et ou el los las y o en con por".split(
    " ",
  ),
);

export function withoutFillers(words: readonly string[]): readonly string[] {
  return words.filter((word) => !fillers.has(word));
}
