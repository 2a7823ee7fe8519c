import type { StageLayout } from "./stage-layout.ts";

/** Whether a drawing has the same messages as another, at the same heights and as wide: a letter was typed, say. */
export function standsStill(old: StageLayout, layout: StageLayout): boolean {
  return (
    old.width === layout.width &&
    old.messages.length === layout.messages.length &&
    old.messages.every(({ row, from }, k) => {
      const now = layout.messages[k];
      return row.key === now?.row.key && from.y === now.from.y;
    })
  );
}
