import type { ParticipantKey } from "../model/ids.ts";
import type { Block } from "../model/step.ts";
import type { Lanes } from "./layout-lanes.ts";
import type { StageRow } from "./list-rows.ts";
import type { MeasureText } from "./measure-text.ts";
import type { Frame, Untaken } from "./stage-layout.ts";

type OpenFrame = { -readonly [Key in keyof Frame]: Frame[Key] } & {
  dividers: { y: number; text: string }[];
};

/** Follows the blocks down the page: which are open, and how far what stands in them reaches. */
export class FrameWriter {
  readonly untaken: Untaken[] = [];
  private readonly frames: Frame[] = [];
  private readonly opened: OpenFrame[] = [];
  private readonly lanes: Lanes;
  private readonly left: number;
  private readonly measure: MeasureText;

  constructor(lanes: Lanes, left: number, measure: MeasureText) {
    this.lanes = lanes;
    this.left = left;
    this.measure = measure;
  }

  get depth(): number {
    return this.opened.length;
  }

  open(block: Block, text: string, keys: readonly ParticipantKey[], y: number): void {
    const { x0, x1 } = this.extent(keys, 22 + 8 * nesting(block));
    const label = `${block.type} ${text}`;
    this.opened.push({
      type: block.type,
      text,
      ...(block.color !== undefined && { color: block.color }),
      depth: this.depth,
      x0,
      x1: Math.max(x1, Math.min(this.lanes.width - 4, x0 + this.measure(label, "small") + 30)),
      y0: y,
      y1: y,
      dividers: [],
    });
  }

  divide(text: string, y: number): void {
    this.opened.at(-1)?.dividers.push({ y, text });
  }

  close(y: number): void {
    const frame = this.opened.pop();
    if (!frame) return;
    this.frames.push({ ...frame, y1: y });
    this.widen(frame.x0 - 8, frame.x1 + 8);
  }

  notTaken(row: Extract<StageRow, { kind: "untaken" }>, y: number, height: number): void {
    const inside = this.opened.at(-1);
    this.untaken.push({
      key: `${row.block.span.start}-${row.branch}-${y}`,
      x: inside ? inside.x0 + 10 : this.extent(row.keys, 22).x0,
      y,
      height,
      type: row.block.type,
      text: row.text,
      ...(row.choice !== undefined && { choice: row.choice }),
      branch: row.branch,
    });
  }

  /** Keeps what stands in the innermost open frame inside it. */
  widen(x0: number, x1: number): void {
    const frame = this.opened.at(-1);
    if (!frame) return;
    frame.x0 = Math.max(this.left - 6, Math.min(frame.x0, x0));
    frame.x1 = Math.min(this.lanes.width - 4, Math.max(frame.x1, x1));
  }

  /** The outer ones first, as they are painted. */
  finish(): readonly Frame[] {
    return this.frames.sort((a, b) => a.y0 - b.y0 || a.depth - b.depth);
  }

  private extent(keys: readonly ParticipantKey[], pad: number): { x0: number; x1: number } {
    const xs = keys.flatMap((key) => this.lanes.lanes[this.lanes.of.get(key) ?? -1]?.x ?? []);
    if (xs.length === 0) return { x0: this.left, x1: this.lanes.width - 8 };
    return {
      x0: Math.max(this.left - 2, Math.min(...xs) - pad),
      x1: Math.min(this.lanes.width - 4, Math.max(...xs) + pad),
    };
  }
}

function nesting(block: Block): number {
  let depth = 0;
  for (const branch of block.branches)
    for (const step of branch.steps) if (step.kind === "block") depth = Math.max(depth, 1 + nesting(step));
  return depth;
}
