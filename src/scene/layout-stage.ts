import { branchWord } from "../model/branch-word.ts";
import type { System } from "../model/chapter.ts";
import type { Scenario } from "../model/scenario.ts";
import type { Trace } from "../model/trace.ts";
import { nameRow } from "./align-rows.ts";
import { FrameWriter } from "./frame-writer.ts";
import type { Lanes } from "./layout-lanes.ts";
import { LifelineWriter } from "./lifelines.ts";
import { listRows, type MessageRow, type StageRow } from "./list-rows.ts";
import { lineHeights, type MeasureText } from "./measure-text.ts";
import { type PlacedMessage, placeMessage } from "./place-message.ts";
import type { Band, PlacedNote, Spacing, StageLayout } from "./stage-layout.ts";
import { tagMessage } from "./tag-message.ts";
import { AxisWriter, chooseScale, drawDuration, travelTime, waitTime } from "./time-scale.ts";
import { widest, wrapText } from "./wrap-text.ts";

const hopHeight = 36;
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

class StageWriter {
  private y = 0;
  private clock = 0;
  private readonly bands: Band[] = [];
  private band: Band | undefined;
  private readonly frames: FrameWriter;
  private readonly notes: PlacedNote[] = [];
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
    this.frames = new FrameWriter(lanes, this.left, measure);
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
        this.pass(4);
        this.frames.open(row.block, row.text, row.keys, this.y);
        this.pass(row.block.type === "rect" ? 6 : 26);
        break;
      case "branch":
        this.divide(`${branchWord(row.block.type)}${row.text === "" ? "" : `: ${row.text}`}`);
        break;
      case "iteration":
        this.divide(`${row.n} of ${row.of}`);
        break;
      case "untaken":
        this.frames.notTaken(row, this.y, dividerHeight);
        this.pass(dividerHeight + 2);
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
    while (this.frames.depth > 0) this.closeFrame();
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
      frames: this.frames.finish(),
      notes: this.notes,
      untaken: this.frames.untaken,
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
        toOffset: this.lines.offset(toLane) + (row.activates && fromLane !== toLane ? 4 : 0),
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
    if (row.activates) this.lines.activate(traced.to, placed.to.y);
    if (row.deactivates) this.lines.deactivate(traced.from, placed.from.y);
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
    this.frames.widen(x - 8, x + width + 8);
    this.pass(height + 9);
  }

  private divide(text: string): void {
    this.frames.divide(text, this.y + 4);
    this.pass(dividerHeight);
  }

  private closeFrame(): void {
    if (this.frames.depth === 0) return;
    this.pass(5);
    this.frames.close(this.y);
    this.pass(5);
  }

  private reach(placed: PlacedMessage): void {
    this.frames.widen(Math.min(placed.labelX, placed.from.x, placed.to.x) - 8, placed.labelEnd + 8);
  }
}
