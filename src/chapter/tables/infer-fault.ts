import type { Interval } from "../../lib/interval.ts";
import type { FaultKind, Share } from "../../model/fault.ts";
import { findLatencies } from "../latency/find-latencies.ts";
import { plain } from "../words.ts";

/** What a fault's own words say about it. */
export interface InferredFault {
  readonly kind?: FaultKind;
  readonly then?: "fail" | "continue";
  readonly share?: Share;
  readonly status?: number;
  readonly added?: Interval;
  readonly factor?: number;
}

/** A status code, not a port (`:443`), an amount (`500 ms`) or a part of an address. */
const status = /(?<![\d:.,/-])([45]\d\d)(?![\d.,:/-]\d|\d|\s*(?:ms|s|µs|mb|gb|kb|%|ip|users|requests per))\b/i;

const signs: readonly (readonly [RegExp, FaultKind])[] = [
  [
    /\b(?:rerouted?|(?:re)?routes? to (?:the )?(?:an)?other|(?:an)?other (?:\w+ )?(?:answers?|takes over|serves)|fails? over|failover|answers from another|takes over|weicht auf .* aus|ubernimmt|bascule sur|prend le relais|otro \w+ responde)\b/i,
    "rerouted",
  ],
  [
    /\b(?:resolve|resolved|resolving|resolution|dns|nxdomain|name lookups?|auflosen|aufgelost|namensauflosung|resoudre|resolution|resolver|resuelve)\b/i,
    "unresolved",
  ],
  [
    /\b(?:times? out|timeouts?|timed out|hangs?|unreachable|no route|can['’]?t reach|cannot reach|not reach|zeituberschreitung|nicht erreichbar|unerreichbar|hangt|injoignable|delai depasse|expire|inalcanzable|tiempo de espera)\b|タイムアウト|応答なし/i,
    "unreachable",
  ],
  [
    /\b(?:refused|refuses|refuse|rejected|rejects|blocked|blocks|connection reset|abgelehnt|blockiert|verweigert|refusee?s?|bloquee?|bloque|rechazad[oa]s?|bloquead[oa])\b/i,
    "refused",
  ],
  [
    /\b(?:slow|slower|slowly|latency|lag|sluggish|langsam|langsamer|lente?|lentement|ralenti\w*|lent[oa]s?|lentitud)\b|遅延|遅い|遅く/i,
    "slow",
  ],
  [
    /\b(?:never delivered|never arrives?|lost silently|dropped silently|jobs? (?:are )?lost|geht verloren|perdue?s?|se pierde\w*)\b/i,
    "lost",
  ],
  [/\b(?:errors?|fehler|erreurs?|error(?:es)?)\b|エラー/i, "error"],
];

const carriesOn =
  /\b(?:degraded|without (?:a |the )?cache|serves? without|carries on|continues|still answers|falls? back|ohne (?:den )?cache|eingeschrankt|lauft weiter|sans cache|degrade\w*|continue sans|sin cache|degradad[oa])\b/i;
/** Something else keeps working; whether that is this request, only a row without a failure in it can say. */
const stillWorks =
  /\b(?:still works?|keeps? working|works? as (?:usual|before)|remains? available|still (?:appears?|loads?|shows?|answers?|opens?|goes through)|geht (?:trotzdem )?durch|funktionier(?:t|en) weiter(?:hin)?|weiterhin moglich|fonctionn(?:e|ent) (?:encore|toujours)|sigue[n]? funcionando)\b/i;
const breaks =
  /\b(?:fails?|failed|can['’]?t|cannot|unavailable|down|errors?|broken|[45]\d\d|times? out|ausfall|fehler|nicht|echoue\w*|erreurs?|falla\w*|error(?:es)?)\b/i;
/** Read after accents are taken off: Japanese loses its voicing marks there too. */
const stops =
  /停止|障害|故障|失敗|タウン|てきない|エラー|\b(?:down|unavailable|outage|crash\w*|deadlocks?|indisponible|hors service|injoignable|no disponible|fails?|failing|failure|can['’]?t|cannot|errors?|unreachable|times? out|blocks?|blocked|oom\w*|nothing works|fehler|ausfall|ausgefallen|fallt aus|abgesturzt|kaputt|nicht|echoue\w*|panne|erreurs?|falla\w*|caid[oa]|error(?:es)?)\b/i;

const numberWords = new Map([
  ["two", 2],
  ["three", 3],
  ["four", 4],
  ["five", 5],
  ["six", 6],
  ["ten", 10],
  ["zwei", 2],
  ["drei", 3],
  ["vier", 4],
  ["deux", 2],
  ["trois", 3],
  ["quatre", 4],
  ["dos", 2],
  ["tres", 3],
  ["cuatro", 4],
]);

function readPart(text: string): Share | undefined {
  // "Stalls at 99 %" is how far something got, not how many meet it.
  const percent =
    /(?<!\b(?:at|to|bei|auf|a|hasta|jusqu'a|over|above|uber)\s(?:\s*)?)(?<![\d.,])(\d{1,3}(?:[.,]\d+)?)\s*%/.exec(text);
  if (percent) {
    const value = Number((percent[1] ?? "").replace(",", ".")) / 100;
    if (value > 0 && value < 1) return value;
  }
  const ratio =
    /\b(?:one|1|ein\w*|eine[rs]?|un|une|uno|una)\b(?: \p{L}+)? ?(?:of|in|out of|\/|von|aus|sur|de|of the) ?(?:the )?(\d{1,3}|\p{L}+)\b|\bevery (\d{1,3})(?:nd|rd|th)\b/iu.exec(
      text,
    );
  const said = (ratio?.[1] ?? ratio?.[2] ?? "").toLowerCase();
  const base = numberWords.get(said) ?? Number(said);
  if (base > 1) return 1 / base;
  if (/\bhalf (?:of )?(?:the )?(?:requests|users|traffic)\b/i.test(text)) return 0.5;
  const some =
    /\b(?:some|a few|certain|intermittent\w*|sporadic\w*|occasional\w*|einige|manche|sporadisch|teilweise|certaines|certains|quelques|parfois|algun[oa]s)\b/iu;
  const single =
    /\b(?:one|a single|single|einem|einer|ein|une?|uno|una) (?:\p{L}+ )?(?:node|instance|replica|pod|zone|host|shard|server|az|knoten|instanz|noeud|serveur|nodo|replica|instancia)\b/iu;
  return some.test(text) || single.test(text) ? "some" : undefined;
}

/** `+300 ms`, `adds 2 s`, `takes 3 s longer`. */
function readAdded(userSees: string): Interval | undefined {
  const plus = /(?:\+\s?|\badds |\bextra )(?=[~<\d])/i.exec(userSees);
  if (plus) return findLatencies(userSees.slice(plus.index + plus[0].length))[0]?.latency;
  const more = /^\s*(?:longer|more|slower|later|extra|langer|mehr|spater|de plus|plus long\w*|mas)\b/i;
  return findLatencies(userSees).find(({ end }) => more.test(userSees.slice(end)))?.latency;
}

/**
 * What happens under a fault, from its title, what the user sees and what brings it back. Only what the words say:
 * a fault whose words name no way of failing gets no kind.
 */
export function inferFault(titleSaid: string, userSeesSaid: string, recoverySaid: string): InferredFault {
  const [title, userSees, recovery] = [plain(titleSaid), plain(userSeesSaid), plain(recoverySaid)];
  const told = `${title}. ${userSees}`;
  const code = status.exec(userSees) ?? status.exec(title);
  const blocks = signs.find(([, kind]) => kind === "refused")?.[0].test(title) ?? false;
  let kind = signs.find(([pattern, each]) => each !== "error" && pattern.test(userSees))?.[1];
  kind ??= signs.find(([pattern, each]) => each !== "error" && pattern.test(title))?.[1];
  if (code) kind = blocks ? "refused" : "error";
  else if (blocks && kind !== "rerouted" && kind !== "slow") kind = "refused";
  kind ??= signs.find(([pattern, each]) => each === "error" && pattern.test(told))?.[1];
  if (kind === undefined && /\brout\w+ to (?:other|another)\b/i.test(recovery)) kind = "rerouted";

  const goesOn =
    (stillWorks.test(userSees) && !breaks.test(userSees)) ||
    (carriesOn.test(told) && !/\b(?:fails?|can['’]?t|cannot)\b/i.test(userSees));
  const then =
    kind === "slow" || kind === "rerouted" || kind === "lost"
      ? undefined
      : goesOn
        ? "continue"
        : stops.test(told)
          ? "fail"
          : undefined;
  const share = readPart(told);
  const answeredWith = code ? Number(code[1]) : undefined;
  const factor =
    /(?:[×x]\s?(\d+(?:\.\d+)?)|\b(\d+(?:\.\d+)?)\s?(?:×|x|times)) ?(?:slower|as slow|langsamer|plus lent)?/i.exec(
      userSees,
    );
  const added = readAdded(userSees);
  const slows = kind === "slow" || kind === "rerouted";
  return {
    ...(kind ? { kind } : {}),
    ...(then ? { then } : {}),
    ...(share === undefined ? {} : { share }),
    ...(answeredWith === undefined ? {} : { status: answeredWith }),
    ...(added && slows ? { added: { min: added.min, max: added.max } } : {}),
    ...(factor && kind === "slow" && !added ? { factor: Number(factor[1] ?? factor[2]) } : {}),
  };
}
