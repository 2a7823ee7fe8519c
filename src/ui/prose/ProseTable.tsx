import type { PhrasingContent, Table } from "mdast";
import type { ReactNode } from "react";

/** Cells of a table that are shown: far more than anyone reads beside a stage, and few enough to draw at once. */
const shownCells = 3_000;

interface ProseTableProps {
  readonly table: Table;
  readonly render: (nodes: readonly PhrasingContent[]) => ReactNode;
}

/** A table that scrolls within itself where it is wider than the notes. */
export function ProseTable({ table, render }: ProseTableProps) {
  const [head, ...all] = table.children;
  const rows = all.slice(0, Math.max(1, Math.floor(shownCells / Math.max(1, head?.children.length ?? 1))));
  return (
    // biome-ignore lint/a11y/useSemanticElements: no form, and no landmark, of which a text with tables would have many.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <div role="group" className="prose-table" tabIndex={0} aria-label="Table">
      <table>
        <thead>
          <tr>
            {head?.children.map((cell, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the tree is read-only, its order never changes.
              <th key={i} scope="col" data-align={table.align?.[i] ?? undefined}>
                {render(cell.children)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, r) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the tree is read-only, its order never changes.
            <tr key={r}>
              {row.children.map((cell, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the tree is read-only, its order never changes.
                <td key={i} data-align={table.align?.[i] ?? undefined}>
                  {render(cell.children)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length < all.length && (
        <p>{(all.length - rows.length).toLocaleString("en")} more rows stand in the chapter.</p>
      )}
    </div>
  );
}
