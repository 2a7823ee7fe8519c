import type { ParticipantKey } from "../model/ids.ts";
import type { Lanes } from "./layout-lanes.ts";

/** A stretch in which a participant is active. */
export interface Bar {
  readonly x: number;
  readonly y0: number;
  readonly y1: number;
}

/** A stretch in which a lifeline exists. */
export interface Lifeline {
  readonly lane: number;
  readonly x: number;
  readonly y0: number;
  readonly y1: number;
  readonly created: boolean;
  readonly destroyed: boolean;
}

const barHalf = 4;
const barStep = 4;

/** Follows each lifeline down the page: where it exists and where it is active. */
export class LifelineWriter {
  readonly bars: Bar[] = [];
  private readonly ended: Lifeline[] = [];
  /** Starts of the active bars, by lane, the innermost last. */
  private readonly active: number[][];
  private readonly alive: ({ y0: number; created: boolean } | undefined)[];
  private readonly lanes: Lanes;

  constructor(lanes: Lanes) {
    this.lanes = lanes;
    this.active = lanes.lanes.map(() => []);
    this.alive = lanes.lanes.map(() => ({ y0: 0, created: false }));
  }

  /** How far from the lifeline an arrow starts or ends. */
  offset(lane: number): number {
    const level = this.active[lane]?.length ?? 0;
    return level === 0 ? 0 : barHalf + (level - 1) * barStep;
  }

  activate(key: ParticipantKey, y: number): void {
    const lane = this.lanes.of.get(key);
    if (lane !== undefined) this.active[lane]?.push(y);
  }

  deactivate(key: ParticipantKey, y: number): void {
    const lane = this.lanes.of.get(key);
    if (lane !== undefined) this.end(lane, y);
  }

  /** A hop's end ends what its text left open. */
  closeAll(y: number): void {
    this.active.forEach((starts, lane) => {
      while (starts.length > 0) this.end(lane, y);
    });
  }

  /** The lifeline is about to be created: it has not been there until now. */
  awaitCreation(key: ParticipantKey): void {
    const lane = this.lanes.of.get(key);
    if (lane !== undefined && this.alive[lane]?.created !== true) this.alive[lane] = undefined;
  }

  create(key: ParticipantKey, y: number): void {
    const lane = this.lanes.of.get(key);
    if (lane !== undefined) this.alive[lane] ??= { y0: y, created: true };
  }

  destroy(key: ParticipantKey, y: number): void {
    const lane = this.lanes.of.get(key);
    if (lane === undefined) return;
    this.die(lane, y, true);
    this.alive[lane] = undefined;
  }

  finish(y: number): readonly Lifeline[] {
    this.closeAll(y);
    this.alive.forEach((_, lane) => {
      this.die(lane, y, false);
    });
    return this.ended.sort((a, b) => a.lane - b.lane || a.y0 - b.y0);
  }

  private die(lane: number, y: number, destroyed: boolean): void {
    const life = this.alive[lane];
    const x = this.lanes.lanes[lane]?.x;
    if (!life || x === undefined) return;
    this.ended.push({ lane, x, y0: life.y0, y1: y, created: life.created, destroyed });
  }

  private end(lane: number, y: number): void {
    const starts = this.active[lane];
    const y0 = starts?.pop();
    const x = this.lanes.lanes[lane]?.x;
    if (y0 === undefined || x === undefined || !starts) return;
    if (y > y0) this.bars.push({ x: x + starts.length * barStep - barHalf, y0, y1: y });
  }
}
