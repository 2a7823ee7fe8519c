import { plain } from "../words.ts";

/** `Hop 3 — Traefik → api Service`: the number and what stands behind it. */
export interface HopHeading {
  readonly n: number;
  readonly title: string;
}

/** Numbers that are not written in digits. */
const numbers = new Map(
  ["i ii iii iv v vi vii viii ix x", "one two three four five six seven eight nine ten"].flatMap((words) =>
    words.split(" ").map((word, index) => [word, index + 1] as const),
  ),
);

const worded =
  /^(?:\d{1,2}(?:\.\d{1,2})*[.)]?\s+)?(?:hop|step|leg|schritt|etappe|etape|abschnitt|saut|paso|salto|tramo|etapa|stage|phase|passo|手順|步骤|ステッフ)\s*(?:#|no\.?|nr\.?)?\s*(\d{1,3}|[ivx]{1,4}|one|two|three|four|five|six|seven|eight|nine|ten)\b\s*(?:\/\s*\d+|of\s+\d+)?\s*(?:[).:：–—−‐|·>-]+|\s)?\s*/;

/** A heading with `Hop`, `Step` or such and a number, whatever stands between number and title. */
export function readHopHeading(heading: string): HopHeading | undefined {
  const match = worded.exec(plain(heading));
  const number = match?.[1];
  if (!match || number === undefined) return undefined;
  const n = numbers.get(number) ?? Number(number);
  // Accents are single letters in what people type, so that lengths agree; if not, the title keeps its number.
  const title = plain(heading).length === heading.length ? heading.slice(match[0].length).trim() : heading;
  return { n, title: title === "" ? heading : title };
}

/** `3. Traefik → api` or `3) …`: a number and a leg. */
export function readNumberedLeg(heading: string): HopHeading | undefined {
  const numbered = readNumbered(heading);
  if (!numbered || !/→|⇒|->|=>|—>|\bto\b|\bnach\b|\bzu\b|\bvers\b|\ba\b/iu.test(numbered.title)) return undefined;
  return numbered;
}

/** `3. Back` or `2.3 Back`: the last number counts. */
export function readNumbered(heading: string): HopHeading | undefined {
  const match = /^(?:(?:\d{1,2}\.)+(\d{1,2})[.):]?\s|(\d{1,2})\s*[.):–—-])\s*(.*\S)\s*$/u.exec(heading);
  if (!match?.[3]) return undefined;
  return { n: Number(match[1] ?? match[2]), title: match[3] };
}

const scenarioWord =
  /^(?:scenario|flow|use case|szenario|ablauf|scenario|escenario|flujo|parcours|journey)\s*(?:\d{1,3}|[a-z])?\s*[:–—−-]\s*/;

export function saysScenario(heading: string): boolean {
  return scenarioWord.test(plain(heading));
}

/** `Scenario: User creates a task` → `User creates a task`. */
export function titleOfScenario(heading: string): string {
  const match = scenarioWord.exec(plain(heading));
  const rest = match ? heading.slice(match[0].length).trim() : heading.trim();
  return rest === "" ? heading.trim() : rest;
}
