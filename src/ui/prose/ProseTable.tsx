import type { PhrasingContent, Table } from "mdast";
import type { ReactNode } from "react";

interface ProseTableProps {
  readonly table: Table;
  readonly render: (nodes: readonly PhrasingContent[]) => ReactNode;
}

/** A table that scrolls within itself where it is wider than the notes. */
export function ProseTable({ table, render }: ProseTableProps) {
  const [head, ...rows] = table.children;
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
    </div>
  );
}
