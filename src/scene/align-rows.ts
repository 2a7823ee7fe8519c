import type { StageRow } from "./list-rows.ts";

/** Where a row begins, px from the top, with nothing moved. */
export interface RowPlace {
  readonly key: string;
  readonly y: number;
}

/** A row's name that it has in every run of the scenario; undefined for rows that are of one run only. */
export function nameRow(row: StageRow): string | undefined {
  if (row.kind === "hop") return `hop ${row.hop.n}`;
  return row.kind === "message" && row.traced.n !== undefined ? row.key : undefined;
}

/**
 * How far down the rows of two drawings have to begin so that those which both have stand side by side. For each such
 * row, by name: its place in either drawing once both are drawn with these. O(rows).
 *
 *     a: hop 1, m1, m2, way back, hop 2        b: hop 1, m1, hop 2       hop 2 begins in b where it does in a
 */
export function alignRows(a: readonly RowPlace[], b: readonly RowPlace[]): ReadonlyMap<string, number> {
  const inB = new Map(b.map((place, position) => [place.key, { ...place, position }]));
  const floors = new Map<string, number>();
  let passed = -1;
  let movedA = 0;
  let movedB = 0;
  for (const { key, y } of a) {
    const other = inB.get(key);
    // A row that stands elsewhere in the other drawing cannot hold the two together.
    if (!other || other.position <= passed) continue;
    passed = other.position;
    const floor = Math.max(y + movedA, other.y + movedB);
    movedA = floor - y;
    movedB = floor - other.y;
    floors.set(key, floor);
  }
  return floors;
}
