import { plain, withoutFillers, wordsOf } from "../words.ts";

const failing =
  /^(?:down|red|yellow|fails?|failed|failing|failure|broken|breaks?|blocks?|blocked|dead|dies|oom|killed|crash\w*|unavailable|unreachable|slow|slower|expired?|expires|full|lost|loss|stuck|degraded|misconfig\w*|timeouts?|times|outage|overloaded|partition\w*|throttl\w*|deadlock\w*|saturat\w*|exhausted|unhealthy|停止|障害|故障|タウン|遅延|失敗|injoignable|out|is|are|goes|gets|has|cannot|can|not|returns?|rejects?|refuses?|errors?|drops?|loses?|runs|evicts?|restarts?|hangs?|lag\w*|fallt|ausgefallen|ausfall|weg|tot|langsam\w*|defekt|kaputt|blockiert|abgesturzt|voll|gestort|nicht|antwortet|ist|en|panne|hors|lent[eao]?|tombe|bloque\w*|indisponible|repond|caid[oa]|falla|no|esta|sin|responde|cae)$/;

/**
 * The words of a fault that name the part: "kube-proxy broken on one node" → kube, proxy; "Loss of Redis" → redis.
 */
export function subjectOf(title: string): { readonly words: readonly string[]; readonly text: string } {
  // Japanese writes the failure right behind the part, or as the part's: "Redis停止", "Redisの遅延".
  const bare = title
    .replace(/^(?:one|a single|single) (?=\S+ \S)/i, "")
    .replace(/(?<=\S)の?(停止|障害|故障|ダウン|遅延|失敗)/gu, " $1")
    .replace(/\([^()]*\)/g, " ")
    .replace(/[:,;].*$/u, (tail) => (tail.startsWith(":") && /^:\d/.test(tail) ? "" : " "));
  const tokens = bare.split(/\s+/u).filter((token) => token !== "");
  const isFailing = (token: string) => {
    const words = wordsOf(plain(token));
    return words.length > 0 && words.every((word) => failing.test(word));
  };
  const cut = tokens.findIndex(
    (token, index) => isFailing(token) || (failing.test(plain(token).split("-")[0] ?? "") && index > 0),
  );
  const named = cut < 0 ? tokens : cut > 0 ? tokens.slice(0, cut) : tokens.filter((token) => !isFailing(token));
  const tells = (token: string) => withoutFillers(wordsOf(token)).length > 0 || /[^\p{L}]/u.test(token);
  const text = named.slice(Math.max(0, named.findIndex(tells)), named.findLastIndex(tells) + 1).join(" ");
  return { words: withoutFillers(wordsOf(text)), text: text === "" ? title : text };
}
