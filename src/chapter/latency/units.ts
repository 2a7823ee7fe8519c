/** The ways people write each unit (lower case), and how many milliseconds it is. */
const units: readonly (readonly [string, number])[] = [
  ["ns|nanosec\\w*", 1e-6],
  ["[µμu]s|usecs?|mi[ck]rose[ck]\\w*", 1e-3],
  ["ms|msecs?|mill?is|mill?ise[ckg]\\w*|ミリ秒", 1],
  ["s|secs?|seconde?s?|sek|sekunden?|segundos?|秒", 1000],
  ["mins?|minut(?:es?|en|os?)", 60_000],
];

/** The pattern of a unit, to be used without regard to case. */
export const unitPattern = `(?:${units.map(([written]) => written).join("|")})(?![\\p{L}\\p{N}])`;

const inMilliseconds = units.map(([written, ms]) => [new RegExp(`^(?:${written})$`), ms] as const);

export function millisecondsIn(unit: string): number | undefined {
  const written = unit.toLowerCase();
  return inMilliseconds.find(([pattern]) => pattern.test(written))?.[1];
}

/** `1,5` and `1.5` are one and a half; `1,200` is twelve hundred, as are `1 200` and `1'200`. */
export function readNumber(written: string): number {
  const plain = written.replace(/['’\s]/g, "");
  if (/^\d{1,3}(?:,\d{3})+$/.test(plain) && !plain.startsWith("0")) return Number(plain.replaceAll(",", ""));
  return Number(plain.replace(",", "."));
}

/** A number of milliseconds without the dust of binary fractions. */
export function tidy(milliseconds: number): number {
  return Number(milliseconds.toPrecision(12));
}
