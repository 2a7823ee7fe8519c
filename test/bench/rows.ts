/** One line of the table. */
export interface BenchRow {
  readonly what: string;
  readonly measured: string;
  /** What QUALITY asks for. */
  readonly wanted: string;
  readonly met: boolean;
  /** Figures in full, for dist/bench.json. */
  readonly figures: Readonly<Record<string, number | readonly number[]>>;
}

export function printRows(rows: readonly BenchRow[]): string {
  const head = ["what", "measured", "wanted", ""];
  const cells = rows.map(({ what, measured, wanted, met }) => [what, measured, wanted, met ? "✓" : "✗"]);
  const widths = head.map((text, column) => Math.max(text.length, ...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((text, column) => text.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  return [line(head), `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`, ...cells.map(line)].join("\n");
}
