import { type FaultKind, faultKinds } from "../model/fault.ts";
import type { LayerId } from "../model/ids.ts";
import type { Layer } from "../model/layer.ts";
import type { Branch } from "../model/step.ts";
import type { ActiveFault } from "./active-faults.ts";

/** Words that authors use for each way of failing, in the text of a `break` or an `option`. */
const words: Record<FaultKind, RegExp> = {
  unresolved:
    /\b(unresolv\w*|cannot resolve|can't resolve|dns|name look-?up|no such host|nxdomain|nicht auflos\w*|namensauflosung|introuvable|no se resuelve)\b/,
  refused:
    /\b(refus\w*|reject\w*|blocked|connection (error|failed|fails)|abgelehnt|verweigert|blockiert|bloque\w*|rechazad[oa]s?|bloquead[oa]s?)\b/,
  unreachable:
    /\b(time[sd]?[ -]?out|timeouts?|unreachable|no (answer|response|reply)|not answering|nicht erreichbar|unerreichbar|zeituberschreitung|keine antwort|antwortet nicht|injoignable|delai depasse|pas de reponse|ne repond pas|inalcanzable|sin respuesta|no responde)\b|タイムアウト|応答なし|到達不能|接続できない/,
  error: /\b(errors?|5\d\d|4\d\d|fehler|erreurs?|errores)\b|エラー/,
  slow: /\b(slow\w*|langsam\w*|lente?s?|lent[oa]s?)\b|遅い|遅延/,
  rerouted: /\b(rerout\w*|failover|fail-over|umgeleitet|bascule\w*)\b/,
  lost: /\b(lost|dropped|never arrives|verloren|perdue?s?|perdid[oa]s?)\b/,
};

/** Words that fit any request that came to nothing. */
const anyFailure =
  /\b(fail\w*|unavailable|down|broken|outage|not available|ausfall|ausgefallen|fallt aus|nicht verfugbar|gestort|defekt|panne|en panne|indisponible|echec|echoue|caid[oa]|falla|no disponible)\b|障害|停止|失敗|ダウン/;
const anyState =
  /\b(fail\w*|unavailable|down|broken|outage|errors?|unreachable|crash\w*|ausfall|ausgefallen|fallt aus|nicht (?:verfugbar|erreichbar)|antwortet nicht|weg|tot|gestort|defekt|fehler|panne|indisponible|injoignable|ne repond pas|echoue|caid[oa]|falla|no (?:disponible|responde))\b|障害|停止|失敗|ダウン|応答なし|エラー/;

/** Scripts written without blanks between words. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u;

/** Lower case, words only, so that `Redis down!` and `redis-down` compare equal, and no accent stands between words. */
export function plainWords(text: string): string {
  return text
    .normalize("NFD")
    .replace(/(?<=\p{sc=Latin})\p{M}+/gu, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}']+/gu, " ")
    .trim();
}

function holdsPhrase(text: string, phrase: string): boolean {
  if (phrase === "") return false;
  return ` ${text} `.includes(` ${phrase} `) || (unspaced.test(phrase) && text.includes(phrase));
}

/** "Redis ist gerade nicht erreichbar" says every word of "Redis nicht erreichbar". One word alone is no title. */
function holdsAll(text: string, title: string): boolean {
  const there = new Set(text.split(" "));
  const said = title.split(" ");
  return said.length > 1 && said.every((word) => there.has(word));
}

/** Whether a branch's text names this very fault: its title or id, or its layer together with a word such as "down". */
export function namesFault(text: string, active: ActiveFault, layer: Layer | undefined): boolean {
  const plain = plainWords(text);
  const title = plainWords(active.fault.title);
  if (holdsPhrase(plain, title) || holdsPhrase(plain, plainWords(active.fault.id)) || holdsAll(plain, title))
    return true;
  if (!anyState.test(plain)) return false;
  return holdsPhrase(plain, plainWords(layer?.name ?? "")) || holdsPhrase(plain, plainWords(active.layer));
}

/** Whether a `break` or an `option` speaks of this failure: of the fault, its status, its layer, or what went wrong. */
export function namesFailure(
  text: string,
  active: ActiveFault,
  status: number | undefined,
  layers: ReadonlyMap<LayerId, Layer>,
): boolean {
  const plain = plainWords(text);
  const layer = layers.get(active.layer);
  if (namesFault(text, active, layer)) return true;
  if (namesOtherLayer(plain, active.layer, layers)) return false;
  const stated = /\b[1-5]\d\d\b/.exec(plain)?.[0];
  if (stated !== undefined && status !== undefined) return stated === String(status);
  if (stated === undefined && words[active.kind].test(plain)) return true;
  if (active.kind === "lost" && words.unreachable.test(plain)) return true;
  if (namesOtherKind(plain, active.kind)) return false;
  return holdsPhrase(plain, plainWords(layer?.name ?? "")) || isGeneral(plain);
}

/** "Postgres times out" speaks of Postgres alone, whatever way of failing it shares with another layer. */
function namesOtherLayer(plain: string, own: LayerId, layers: ReadonlyMap<LayerId, Layer>): boolean {
  const isNamed = (layer: Layer) =>
    holdsPhrase(plain, plainWords(layer.name)) || holdsPhrase(plain, plainWords(layer.id));
  const mine = layers.get(own);
  if (mine !== undefined && isNamed(mine)) return false;
  for (const layer of layers.values()) if (layer.id !== own && isNamed(layer)) return true;
  return false;
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
    .replace(
      /\b(the|a|an|is|are|request|call|it|this|that|on|if|when|der|die|das|ist|anfrage|bei|wenn|la|le|est|requete|si|el|peticion)\b/g,
      " ",
    );
  return rest.trim() === "";
}

/** Whether `@on …: take "…"` means this branch: by id or by its words. */
export function isBranchNamed(branch: Branch, name: string): boolean {
  return branch.id === name || plainWords(branch.text) === plainWords(name);
}
