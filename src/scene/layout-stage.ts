import type { System } from "../model/chapter.ts";
import type { Hop } from "../model/hop.ts";
import type { BranchId, ChoiceId, ParticipantKey } from "../model/ids.ts";
import type { Scenario } from "../model/scenario.ts";
import type { Block, BlockType } from "../model/step.ts";
import type { Trace } from "../model/trace.ts";
import { nameRow } from "./align-rows.ts";
import type { Lanes } from "./layout-lanes.ts";
import { type Bar, type Lifeline, LifelineWriter } from "./lifelines.ts";
import { listRows, type MessageRow, type StageRow } from "./list-rows.ts";
import { lineHeights, type MeasureText } from "./measure-text.ts";
import { fontOf, type PlacedMessage, placeMessage, tagWidth } from "./place-message.ts";
import { tagMessage } from "./tag-message.ts";
import { type AxisPiece, AxisWriter, chooseScale, drawDuration, travelTime, waitTime } from "./time-scale.ts";
import { widest, wrapText } from "./wrap-text.ts";

export type Spacing = "even" | "scale";

/** A tinted stretch of the stage: a hop, or a failure's way back. */
export interface Band {
  readonly kind: "hop" | "wayBack";
  readonly n: number;
  readonly hop?: Hop;
  readonly y0: number;
  readonly y1: number;
}

/** A block that was entered. */
export interface Frame {
  readonly type: BlockType;
  readonly text: string;
  readonly color?: string;
  readonly depth: number;
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
  /** Further threads or options that were entered too, and the times around a loop. */
  readonly dividers: readonly { readonly y: number; readonly text: string }[];
}

export interface PlacedNote {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
  readonly quiet: boolean;
}

/** One thin line in place of a branch that was not taken. */
export interface Untaken {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly type: BlockType;
  readonly text: string;
  readonly choice?: ChoiceId;
  readonly branch: BranchId;
}

/** Everything there is to draw, in CSS pixels from the content's top left corner (heads not included). */
export interface StageLayout {
  readonly spacing: Spacing;
  readonly lanes: Lanes;
  readonly width: number;
  readonly height: number;
  readonly bands: readonly Band[];
  readonly frames: readonly Frame[];
  readonly notes: readonly PlacedNote[];
  readonly untaken: readonly Untaken[];
  readonly messages: readonly PlacedMessage[];
  readonly bars: readonly Bar[];
  readonly lifelines: readonly Lifeline[];
  readonly axis: readonly AxisPiece[];
  /** Position among `messages`, by index in the trace; -1 for those out of focus. */
  readonly positions: Int32Array;
}

export const hopHeight = 36;
const bandGap = 8;
const bandEnd = 10;
const dividerHeight = 24;

/**
 * Places a run on the stage. O(messages): widths of texts come from a measure that remembers them, lanes are given.
 * `floors`, by `nameRow`: how far down rows begin at least, so that two drawings line up.
 * Never fails; what cannot be placed (a participant that is not in the scenario) is left out of the drawing.
 */
export function layoutStage(
  scenario: Scenario,
  system: System,
  trace: Trace,
  lanes: Lanes,
  spacing: Spacing,
  focusHop: number | null,
  gutter: number,
  measure: MeasureText,
  floors?: ReadonlyMap<string, number>,
): StageLayout {
  const writer = new StageWriter(system, trace, lanes, spacing, gutter, measure);
  for (const row of listRows(scenario, trace, focusHop)) {
    if (floors) writer.moveTo(row, floors);
    writer.write(row);
  }
  return writer.finish();
}

type OpenFrame = { -readonly [Key in keyof Frame]: Frame[Key] } & {
  dividers: { y: number; text: string }[];
};

class StageWriter {
  private y = 0;
  private clock = 0;
  private readonly bands: Band[] = [];
  private band: Band | undefined;
  private readonly open: OpenFrame[] = [];
  private readonly frames: Frame[] = [];
  private readonly notes: PlacedNote[] = [];
  private readonly untaken: Untaken[] = [];
  private readonly messages: PlacedMessage[] = [];
  private readonly axis = new AxisWriter();
  private readonly lines: LifelineWriter;
  private readonly scale: { pixels: number };
  private readonly system: System;
  private readonly trace: Trace;
  private readonly lanes: Lanes;
  private readonly spacing: Spacing;
  private readonly left: number;
  private readonly measure: MeasureText;

  constructor(system: System, trace: Trace, lanes: Lanes, spacing: Spacing, gutter: number, measure: MeasureText) {
    this.system = system;
    this.trace = trace;
    this.lanes = lanes;
    this.spacing = spacing;
    this.left = gutter + 8;
    this.measure = measure;
    this.lines = new LifelineWriter(lanes);
    this.scale = spacing === "scale" ? chooseScale(trace) : { pixels: 0 };
  }

  /** Leaves room before a row that may not begin higher, within the hop that the room belongs to. */
  moveTo(row: StageRow, floors: ReadonlyMap<string, number>): void {
    const floor = floors.get(nameRow(row) ?? "");
    const gap = (floor ?? 0) - this.y - (row.kind === "hop" && this.band ? bandEnd + bandGap : 0);
    if (gap > 0) this.pass(gap);
  }

  write(row: StageRow): void {
    switch (row.kind) {
      case "hop":
        this.startBand({ kind: "hop", n: row.hop.n, hop: row.hop, y0: this.y, y1: this.y });
        break;
      case "wayBack":
        this.startBand({ kind: "wayBack", n: row.hop, y0: this.y, y1: this.y });
        break;
      case "message":
        this.message(row);
        break;
      case "note":
        this.note(row);
        break;
      case "open":
        this.openFrame(row.block, row.text, row.keys);
        break;
      case "branch":
        this.divide(`${branchWord(row.block.type)}${row.text === "" ? "" : `: ${row.text}`}`);
        break;
      case "iteration":
        this.divide(`${row.n} of ${row.of}`);
        break;
      case "untaken":
        this.notTaken(row);
        break;
      case "close":
        this.closeFrame();
        break;
      case "activation":
        if (row.active) this.lines.activate(row.participant, this.y);
        else this.lines.deactivate(row.participant, this.y);
        break;
    }
  }

  finish(): StageLayout {
    while (this.open.length > 0) this.closeFrame();
    this.endBand();
    const positions = new Int32Array(this.trace.messages.length).fill(-1);
    this.messages.forEach((placed, position) => {
      positions[placed.index] = position;
    });
    return {
      spacing: this.spacing,
      lanes: this.lanes,
      width: this.lanes.width,
      height: this.y,
      bands: this.bands,
      frames: this.frames.sort((a, b) => a.y0 - b.y0 || a.depth - b.depth),
      notes: this.notes,
      untaken: this.untaken,
      messages: this.messages,
      bars: this.lines.bars,
      lifelines: this.lines.finish(this.y),
      axis: this.axis.pieces,
      positions,
    };
  }

  /** Moves down by `height` pixels in which no time passes. */
  private pass(height: number): void {
    if (this.spacing === "scale") this.axis.still(this.y, this.y + height);
    this.y += height;
  }

  private startBand(band: Band): void {
    this.endBand();
    this.band = { ...band, y0: this.y };
    this.pass(hopHeight);
  }

  private endBand(): void {
    if (!this.band) return;
    this.pass(bandEnd);
    this.lines.closeAll(this.y - bandEnd);
    this.bands.push({ ...this.band, y1: this.y });
    this.band = undefined;
    this.pass(bandGap);
  }

  private message(row: MessageRow): void {
    const { traced } = row;
    const fromLane = this.lanes.of.get(traced.from);
    const toLane = this.lanes.of.get(traced.to);
    if (fromLane === undefined || toLane === undefined) return;
    const happens = traced.outcome !== "neverReached" && traced.outcome !== "skipped";
    if (happens && this.spacing === "scale") this.idle(traced.drawn.start);
    const travel = drawDuration(happens ? travelTime(traced) : 0, this.scale);
    const wait = drawDuration(waitTime(traced), this.scale);
    for (const key of row.creates) this.lines.awaitCreation(key);
    const placed = placeMessage(
      {
        row,
        y: this.y,
        lanes: this.lanes.lanes,
        fromLane,
        toLane,
        fromOffset: this.lines.offset(fromLane),
        toOffset: this.lines.offset(toLane) + (row.message?.activates === true && fromLane !== toLane ? 4 : 0),
        left: this.left,
        right: this.lanes.width - 8,
        tag: tagMessage(traced, this.system),
        travel: travel.height,
        cut: travel.cut,
        wait: wait.height,
        waitCut: wait.cut,
        scaled: this.spacing === "scale",
      },
      this.measure,
    );
    this.messages.push(placed);
    this.reach(placed);
    for (const key of row.creates) this.lines.create(key, placed.to.y);
    for (const key of row.destroys) this.lines.destroy(key, placed.to.y);
    if (row.message?.activates === true) this.lines.activate(traced.to, placed.to.y);
    if (row.message?.deactivates === true) this.lines.deactivate(traced.from, placed.from.y);
    if (this.spacing === "scale") this.writeTime(placed, happens, travel.cut);
    this.y += placed.height;
  }

  /** Time in which nothing is under way: somebody works, or a client waits. */
  private idle(start: number): void {
    const gap = start - this.clock;
    if (gap > 0) {
      const { height, cut } = drawDuration(gap, this.scale);
      this.axis.passes(this.y, this.y + height, this.clock, start, cut);
      this.y += height;
    } else this.axis.jump(start);
  }

  private writeTime(placed: PlacedMessage, happens: boolean, cut: boolean): void {
    const { traced } = placed.row;
    const waitStart = placed.to.y;
    this.axis.still(this.y, placed.from.y);
    if (happens) {
      const arrived = traced.drawn.end - waitTime(traced);
      // A loop is drawn higher than its time where that is short; what is too much stands still.
      const travelled = Math.min(placed.to.y, placed.from.y + drawDuration(travelTime(traced), this.scale).height);
      this.axis.passes(placed.from.y, travelled, traced.drawn.start, arrived, cut);
      this.axis.still(travelled, placed.to.y);
      if (placed.wait) this.axis.passes(waitStart, placed.wait.y1, arrived, traced.drawn.end, placed.wait.cut);
      if (!traced.aside) this.clock = traced.drawn.end;
    }
    this.axis.still(placed.wait?.y1 ?? waitStart, this.y + placed.height);
  }

  private note(row: Extract<StageRow, { kind: "note" }>): void {
    const { note } = row;
    const over = note.over.flatMap((key) => this.lanes.of.get(key) ?? []);
    if (over.length === 0) return;
    const from = this.lanes.lanes[Math.min(...over)]?.x ?? 0;
    const to = this.lanes.lanes[Math.max(...over)]?.x ?? 0;
    const span = to - from + 48;
    const lines = wrapText(note.text, "label", Math.max(span, 220), this.measure);
    const natural = Math.ceil(widest(lines, "label", this.measure)) + 20;
    const width = note.position === "over" && over.length > 1 ? Math.max(natural, span) : natural;
    const wanted =
      note.position === "left" ? from - width - 10 : note.position === "right" ? to + 10 : (from + to) / 2 - width / 2;
    const x = Math.round(Math.max(this.left, Math.min(wanted, this.lanes.width - 8 - width)));
    const height = lines.length * lineHeights.label + 10;
    this.notes.push({ x, y: this.y + 4, width, height, lines, quiet: row.quiet });
    this.widen(x - 8, x + width + 8);
    this.pass(height + 9);
  }

  private openFrame(block: Block, text: string, keys: readonly ParticipantKey[]): void {
    const pad = 22 + 8 * nesting(block);
    const { x0, x1 } = this.extent(keys, pad);
    this.pass(4);
    const label = `${block.type} ${text}`;
    const frame: OpenFrame = {
      type: block.type,
      text,
      ...(block.color !== undefined && { color: block.color }),
      depth: this.open.length,
      x0,
      x1: Math.max(x1, Math.min(this.lanes.width - 4, x0 + this.measure(label, "small") + 30)),
      y0: this.y,
      y1: this.y,
      dividers: [],
    };
    this.open.push(frame);
    this.pass(block.type === "rect" ? 6 : 26);
  }

  private divide(text: string): void {
    this.open.at(-1)?.dividers.push({ y: this.y + 4, text });
    this.pass(dividerHeight);
  }

  private closeFrame(): void {
    const frame = this.open.pop();
    if (!frame) return;
    this.pass(5);
    this.frames.push({ ...frame, y1: this.y });
    this.pass(5);
    this.widen(frame.x0 - 8, frame.x1 + 8);
  }

  private notTaken(row: Extract<StageRow, { kind: "untaken" }>): void {
    const inside = this.open.at(-1);
    const { x0 } = this.extent(row.keys, 22);
    this.untaken.push({
      key: `${row.block.span.start}-${row.branch}-${this.y}`,
      x: inside ? inside.x0 + 10 : x0,
      y: this.y,
      height: dividerHeight,
      type: row.block.type,
      text: row.text,
      ...(row.choice !== undefined && { choice: row.choice }),
      branch: row.branch,
    });
    this.pass(dividerHeight + 2);
  }

  private extent(keys: readonly ParticipantKey[], pad: number): { x0: number; x1: number } {
    const xs = keys.flatMap((key) => this.lanes.lanes[this.lanes.of.get(key) ?? -1]?.x ?? []);
    if (xs.length === 0) return { x0: this.left, x1: this.lanes.width - 8 };
    return {
      x0: Math.max(this.left - 2, Math.min(...xs) - pad),
      x1: Math.min(this.lanes.width - 4, Math.max(...xs) + pad),
    };
  }

  private reach(placed: PlacedMessage): void {
    const tag = placed.tag ? tagWidth(placed.tag, this.measure) : 0;
    const last = this.measure(placed.lines.at(-1) ?? "", fontOf(placed.row));
    const right = placed.labelX + Math.max(placed.labelWidth, placed.tagBelow ? tag : last + tag);
    this.widen(Math.min(placed.labelX, placed.from.x, placed.to.x) - 8, right + 8);
  }

  /** Keeps what stands in a frame inside it. */
  private widen(x0: number, x1: number): void {
    const frame = this.open.at(-1);
    if (!frame) return;
    frame.x0 = Math.max(this.left - 6, Math.min(frame.x0, x0));
    frame.x1 = Math.min(this.lanes.width - 4, Math.max(frame.x1, x1));
  }
}

function nesting(block: Block): number {
  let depth = 0;
  for (const branch of block.branches)
    for (const step of branch.steps) if (step.kind === "block") depth = Math.max(depth, 1 + nesting(step));
  return depth;
}

/** What Mermaid writes before a block's further branches. */
export function branchWord(type: BlockType): string {
  if (type === "alt") return "else";
  if (type === "par") return "and";
  if (type === "critical") return "option";
  return type;
}
