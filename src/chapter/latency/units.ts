/** Milliseconds in one of each unit, by the way people write it (lower case). */
const inMilliseconds: readonly (readonly [RegExp, number])[] = [
  [/^(?:ns|nanosec\w*)$/, 1e-6],
  [/^(?:µs|μs|us|usecs?|mikrosekunden?|microsec\w*)$/, 1e-3],
  [/^(?:ms|msecs?|millis|millisec\w*|millisekunden?|milisegundos?)$/, 1],
  [/^(?:s|secs?|seconds?|sek|sekunden?|secondes?|segundos?)$/, 1000],
  [/^(?:min|mins|minutes?|minuten?|minutos?)$/, 60_000],
];

/** The pattern of a unit, to be used without regard to case. */
export const unitPattern =
  "(?:ns|µs|μs|us|usecs?|microseconds?|mikrosekunden?|ms|msecs?|millis|milliseconds?|millisekunden?|millisecondes?|milisegundos?|secs?|seconds?|sekunden?|sek|secondes?|segundos?|minutes?|minuten?|minutos?|mins?|s)(?![\\p{L}\\p{N}])";

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
