/** A cell, counted from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/** Where a key leads in a grid; undefined for keys that are not the grid's. Ends stop, they do not wrap. */
export function moveInGrid(
  { row, column }: Place,
  key: string,
  ctrl: boolean,
  { rows, columns, page }: { readonly rows: number; readonly columns: number; readonly page: number },
): Place | undefined {
  const at = (r: number, c: number): Place => ({
    row: Math.max(0, Math.min(rows - 1, r)),
    column: Math.max(0, Math.min(columns - 1, c)),
  });
  switch (key) {
    case "ArrowUp":
      return at(row - 1, column);
    case "ArrowDown":
      return at(row + 1, column);
    case "ArrowLeft":
      return at(row, column - 1);
    case "ArrowRight":
      return at(row, column + 1);
    case "Home":
      return at(ctrl ? 0 : row, 0);
    case "End":
      return at(ctrl ? rows : row, columns);
    case "PageUp":
      return at(row - page, column);
    case "PageDown":
      return at(row + page, column);
    default:
      return undefined;
  }
}
