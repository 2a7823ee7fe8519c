import { findLatencies } from "../latency/find-latencies.ts";
import { plain } from "../words.ts";
import type { WordTable } from "./read-table.ts";

/** Which column of a table says what. */
export interface BudgetColumns {
  readonly kind: "budget";
  readonly label: number;
  readonly latency: number;
  /** The unit that the column's head gives, as in `Latency (ms)`. */
  readonly unit: string;
  /** A column beside `label` that says where the leg ends, as in `From | To`. */
  readonly to?: number;
  /** Both ends in columns of their own, such as `p50` and `p99`, `Min` and `Max`, and what to call them. */
  readonly ends?: { readonly low: number; readonly high: number; readonly names: readonly [string, string] };
}

export interface FaultColumns {
  readonly kind: "faults";
  readonly title: number;
  /** A column that names the part, beside one that names what goes wrong with it. */
  readonly part?: number;
  readonly sees?: number;
  readonly recovery?: number;
  readonly check?: number;
}

const heads = {
  leg: /\b(?:hop|leg|step|stage|segment|phase|from|operation|component|path|what|part|abschnitt|schritt|strecke|etappe|etape|saut|trajet|segmento|tramo|paso|salto|etapa)s?\b/iu,
  latency:
    /レイテンシ|所要時間|遅延|\b(?:latency|latencies|time|duration|delay|cost|takes|budget|ms|rtt|p50|latenz|dauer|zeit|latence|duree|temps|delai|latencia|duracion|tiempo|demora)\b/iu,
  failure:
    /障害|故障|\b(?:dies|fails?|failures?|faults?|failed|outages?|breaks?|broken?|goes wrong|incident|down|failure modes?|problem|ausfall|ausfalle|fehler|storung|storungen|defekt|fallt aus|panne|pannes|defaillance|echec|fallo|fallos|averia|caida|falla)\b/iu,
  sees: /影響|症状|\b(?:sees?|seen|impact|symptoms?|effects?|consequences?|experience|notices?|observed|visible|happens|users?|customers?|nutzer|kunde|kunden|kundin|kundinnen|sieht|merkt|bemerkt|spurt|auswirkung|auswirkungen|wirkung|folge|folgen|symptome|effet|voit|constate|remarque|utilisateur|impacto|sintoma|sintomas|efecto|ve|nota|usuario)\b/iu,
  recovery:
    /復旧|対処|対応|\b(?:recovery|recover|recovers|mitigation|fix(?:e[sd])?|remedy|remediation|resolution|resolve|action|repair|response|what to do|do this|workaround|behebung|abhilfe|maßnahme|maßnahmen|wiederherstellung|losung|reparatur|remede|reprise|correction|solution|retablissement|recuperacion|solucion|arreglo|remedio|mitigacion)\b/iu,
  check:
    /\b(?:check|verify|diagnose|diagnosis|detect|detection|how to tell|command|prufen|prufung|erkennen|verifier|diagnostic|verificar|comprobar|diagnostico)\b/iu,
  part: /\b(?:layer|component|part|service|system|dependency|subsystem|node|schicht|komponente|dienst|bauteil|couche|composant|capa|componente|servicio)\b/iu,
};

const failureCell =
  /停止|障害|故障|タウン|\b(?:down|fails?|failed|failing|broken|breaks|blocks?|blocked|dead|dies|oom|crash\w*|unavailable|unreachable|slow|expired?s?|full|lost|stuck|degraded|killed|misconfig\w*|timeouts?|times out|outage|overloaded|partition\w*|fallt aus|ausgefallen|ausfall|weg|tot|langsam|defekt|kaputt|blockiert|abgesturzt|voll|gestort|nicht erreichbar|en panne|hors service|lent[eao]?|tombe|bloque|indisponible|caid[oa]|bloquead[oa]|falla|no disponible)\b/iu;
const recoveryCell =
  /^(?:re-\w+|re(?:add|apply|balance|boot|build|connect|cover|create|deploy|duce|fresh|install|issue|load|move|new|place|plan|play|provision|queue|quest|route|run|schedule|set|size|solve|start|store|sync|try|vert|wind)\w*|wait|scale|roll|automati\w*|none|fail ?over|rotate|add|remove|clear|flush|switch|call|page|open|run|increase|drain|neu|neustart|warten|hinzufugen|relancer|redemarrer|attendre|reiniciar|esperar)\b/iu;
const seesCell =
  /\b(?:[45]\d\d|errors?|timeouts?|time out|can['’]t|cannot|slow|slower|nothing|stale|users?|requests?|degraded|fehler|nichts|langsam\w*|nutzer|erreurs?|rien|utilisateurs?|error(?:es)?|usuarios?|nada)\b/iu;

/** Whether a cell or the beginning of a list's item names something that failed. */
export function saysFailure(text: string): boolean {
  return failureCell.test(plain(text));
}

function share(table: WordTable, column: number, test: (text: string) => boolean): number {
  const texts = table.rows.map((row) => row.cells[column]?.text ?? "").filter((text) => text !== "");
  return texts.length === 0 ? 0 : texts.filter(test).length / texts.length;
}

const unitOfHead = /\b(ms|µs|us|s|sec|seconds|milliseconds)\b\s*\)?$/i;

function isFigure(text: string, unit: string): boolean {
  const found = findLatencies(text, unit)[0];
  return found !== undefined && found.start < 16;
}

const isFrom = (head: string) => /^(?:from|source|caller|client|von|quelle|de|depuis|desde|origen)$/.test(head);
const isTo = (head: string) => /^(?:to|target|destination|callee|nach|zu|ziel|vers|a|hasta|destino)$/.test(head);

const filling = /[([].*|\b(?:latency|latenz|response|time|duration|dauer|zeit|case|percentile|ms)\b/g;

function findEnds(heads: readonly string[]): BudgetColumns["ends"] {
  const names = heads.map((head) => head.replace(filling, "").trim());
  const named = (pattern: RegExp) => names.findIndex((name) => pattern.test(name));
  const median = named(/^(?:p50|median)$/);
  const low = median >= 0 ? median : named(/^(?:min|minimum|best|typical|typisch|avg|average|mean|mittel|normal)$/);
  // The furthest of them.
  const high = [/^p?99(?:th)?$/, /^(?:max|maximum|worst|peak)$/, /^p?9[05](?:th)?$/].map(named).find((at) => at >= 0);
  if (low < 0 || high === undefined) return undefined;
  const percentile = /9\d/.exec(names[high] ?? "")?.[0];
  return { low, high, names: median >= 0 && percentile ? ["p50", `p${percentile}`] : ["min", "max"] };
}

function classifyBudget(table: WordTable): BudgetColumns | undefined {
  let best: { column: number; score: number; unit: string } | undefined;
  for (const [column, head] of table.heads.entries()) {
    const headSays = heads.latency.test(head);
    // "3 s longer" is what users see, no leg's time.
    if (!headSays && heads.sees.test(head)) continue;
    const unit = headSays || /\(/.test(head) ? (unitOfHead.exec(head.trim())?.[1] ?? "") : "";
    const figures = share(table, column, (text) => isFigure(text, unit));
    const score = figures + (headSays ? 0.5 : 0);
    if (figures >= 0.4 && score >= 0.8 && score > (best?.score ?? 0)) best = { column, score, unit };
  }
  if (!best) return undefined;
  const { column, unit } = best;
  const labels = table.heads
    .map((head, index) => ({
      index,
      score:
        (heads.leg.test(head) ? 1 : 0) +
        share(table, index, (text) => /\p{L}{2}/u.test(text)) +
        (/[→>]/.test(table.rows[0]?.cells[index]?.text ?? "") ? 0.5 : 0) -
        index * 0.01,
    }))
    .filter((each) => each.index !== column)
    .sort((a, b) => b.score - a.score);
  const label = labels[0];
  if (!label || label.score < 0.5) return undefined;
  const [from, to] = [table.heads.findIndex(isFrom), table.heads.findIndex(isTo)];
  const ends = findEnds(table.heads);
  return {
    kind: "budget",
    label: from >= 0 && to >= 0 ? from : label.index,
    latency: column,
    unit,
    ...(from >= 0 && to >= 0 && { to }),
    ...(ends && { ends }),
  };
}

function classifyFaults(table: WordTable): FaultColumns | undefined {
  if (table.heads.length < 2) return undefined;
  const used = new Set<number>();
  const pick = (score: (head: string, column: number) => number, least: number): number | undefined => {
    const ranked = table.heads
      .map((head, column) => ({ column, score: used.has(column) ? 0 : score(head, column) }))
      .sort((a, b) => b.score - a.score);
    const best = ranked[0];
    if (!best || best.score < least) return undefined;
    used.add(best.column);
    return best.column;
  };
  const cellsFail = (column: number) => share(table, column, (text) => failureCell.test(text) && text.length < 90);
  const title = pick(
    (head, column) =>
      (heads.failure.test(head) && !heads.sees.test(head) ? 1 : /\bcause|ursache/.test(head) ? 0.6 : 0) +
      cellsFail(column) * 0.9 -
      column * 0.05 -
      (recoveryCell.test(table.rows[0]?.cells[column]?.text ?? "") ? 0.5 : 0),
    0.5,
  );
  if (title === undefined) return classifyParts(table);
  const titleHead = heads.failure.test(table.heads[title] ?? "");
  const recovery = pick(
    (head, column) =>
      heads.recovery.test(head)
        ? 1 + share(table, column, (text) => recoveryCell.test(text)) * 0.6
        : heads.part.test(head)
          ? 0
          : share(table, column, (text) => recoveryCell.test(text)) * 0.6,
    0.35,
  );
  const check = pick((head) => (heads.check.test(head) ? 1 : 0), 1);
  const sees = pick(
    (head, column) => (heads.sees.test(head) ? 1 : 0) + share(table, column, (text) => seesCell.test(text)) * 0.6,
    0.3,
  );
  if (sees === undefined && recovery === undefined) return undefined;
  // Without a telling head for the failures, both other columns must speak.
  if (!titleHead && (sees === undefined || recovery === undefined)) return undefined;
  const part = pick(
    (head, column) => (heads.part.test(head) && share(table, column, (text) => text.length < 60) > 0.8 ? 1 : 0),
    1,
  );
  return {
    kind: "faults",
    title,
    ...(part === undefined ? {} : { part }),
    ...(sees === undefined ? {} : { sees }),
    ...(recovery === undefined ? {} : { recovery }),
    ...(check === undefined ? {} : { check }),
  };
}

/** `Dependency | Symptom | What to do`: every row is the failure of one part, which is all that it is called. */
function classifyParts(table: WordTable): FaultColumns | undefined {
  const [title, sees, recovery] = [heads.part, heads.sees, heads.recovery].map((pattern, _, all) =>
    table.heads.findIndex((head) => pattern.test(head) && all.every((other) => other === pattern || !other.test(head))),
  );
  if (title === undefined || sees === undefined || recovery === undefined) return undefined;
  const check = table.heads.findIndex((head) => heads.check.test(head));
  return title >= 0 && sees >= 0 && recovery >= 0
    ? { kind: "faults", title, sees, recovery, ...(check >= 0 && { check }) }
    : undefined;
}

/** What a table is for, by its heads and its cells; undefined for one that is simply prose. */
export function classifyTable(written: WordTable): BudgetColumns | FaultColumns | undefined {
  if (written.rows.length === 0) return undefined;
  const table: WordTable = {
    ...written,
    heads: written.heads.map(plain),
    rows: written.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, text: plain(cell.text) })),
    })),
  };
  return classifyBudget(table) ?? classifyFaults(table);
}
