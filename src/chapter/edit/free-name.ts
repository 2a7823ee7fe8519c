/** The first of the names for 1, 2, 3 … that is not taken. */
export function freeName(taken: ReadonlySet<string>, name: (n: number) => string): string {
  for (let n = 1; ; n += 1) {
    const next = name(n);
    if (!taken.has(next)) return next;
  }
}
