import type { ParticipantKey } from "../model/ids.ts";
import type { Draft } from "./draft.ts";

/** A call that waits for its answer. Repeated calls between the same two are one frame with several calls. */
export interface Frame {
  readonly caller: ParticipantKey;
  readonly callee: ParticipantKey;
  readonly fence: number;
  readonly hop: number;
  /** In order; the last one is the request itself (the ones before it, say, opened the connection). */
  readonly calls: Draft[];
  /** Whether the request really made one of the calls, as counted when it was opened. */
  made?: boolean;
  /** Set where threads of a `par` joined: an answer to one thread's call leaves the other threads' calls open. */
  lane?: { readonly par: object; readonly thread: number };
}

/** How far below the top an answer looks for the call it belongs to; keeps long diagrams linear. */
const deepest = 2_000;

/**
 * The calls that are open, oldest first:
 *
 *     client → edge → node → gateway      an answer gateway ⇢ edge closes the frames from edge → node on,
 *                                         because a chain of frames leads from there to the gateway
 */
export class OpenCalls {
  private readonly frames: Frame[] = [];
  /** Positions in `frames`, ascending, by who called and by who was called. */
  private readonly asCaller = new Map<ParticipantKey, number[]>();
  private readonly asCallee = new Map<ParticipantKey, number[]>();
  /** In how many frames that the request really made someone takes part. */
  private readonly made = new Map<ParticipantKey, number>();

  get height(): number {
    return this.frames.length;
  }

  get all(): readonly Frame[] {
    return this.frames;
  }

  push(frame: Frame): void {
    const top = this.frames.at(-1);
    if (
      top !== undefined &&
      top.caller === frame.caller &&
      top.callee === frame.callee &&
      top.fence === frame.fence &&
      top.hop === frame.hop &&
      top.lane?.thread === frame.lane?.thread
    ) {
      top.calls.push(...frame.calls);
      if (top.made !== true && isMade(frame)) this.count(top, 1);
      return;
    }
    const at = this.frames.length;
    this.frames.push(frame);
    note(this.asCaller, frame.caller, at);
    note(this.asCallee, frame.callee, at);
    if (isMade(frame)) this.count(frame, 1);
  }

  private count(frame: Frame, change: 1 | -1): void {
    frame.made = change === 1;
    this.made.set(frame.caller, (this.made.get(frame.caller) ?? 0) + change);
    this.made.set(frame.callee, (this.made.get(frame.callee) ?? 0) + change);
  }

  /** Closes every frame from `height` on and returns them, oldest first. */
  truncate(height: number): Frame[] {
    const closed = this.frames.splice(height);
    for (const frame of closed) {
      this.asCaller.get(frame.caller)?.pop();
      this.asCallee.get(frame.callee)?.pop();
      if (frame.made === true) this.count(frame, -1);
    }
    return closed;
  }

  /** Closes the frame at `position` and all that was opened after it, but for what threads beside it opened. */
  close(position: number): Frame[] {
    const { lane } = this.frames[position] ?? {};
    const closed = this.truncate(position);
    if (lane === undefined) return closed;
    const isBeside = (frame: Frame) => frame.lane?.par === lane.par && frame.lane.thread !== lane.thread;
    for (const frame of closed) if (isBeside(frame)) this.push(frame);
    return closed.filter((frame) => !isBeside(frame));
  }

  /** Opens exactly these frames, whatever was open before. */
  restore(frames: readonly Frame[]): void {
    this.truncate(0);
    for (const frame of frames) this.push(frame);
  }

  /**
   * The position of the frame that an arrow from `from` to `to` answers, if it answers one: the earliest open call of
   * `to` whose chain of calls leads to `from`. Calls below the one that `to` itself is serving are not its to answer
   * (that is what keeps a service that is called back by its own callee apart from itself).
   */
  findAnswered(from: ParticipantKey, to: ParticipantKey): number | undefined {
    const served = this.asCallee.get(to)?.at(-1) ?? -1;
    const earliest = firstAbove(this.asCaller.get(to), served);
    const latestAsked = this.asCallee.get(from)?.at(-1);
    if (earliest === undefined || latestAsked === undefined || latestAsked < earliest) return undefined;
    const leadsThere = new Set<ParticipantKey>([from]);
    let found: number | undefined;
    const bottom = Math.max(earliest, this.frames.length - deepest);
    for (let at = this.frames.length - 1; at >= bottom; at--) {
      const frame = this.frames[at];
      if (frame === undefined || !leadsThere.has(frame.callee)) continue;
      if (frame.caller === to) found = at;
      else leadsThere.add(frame.caller);
    }
    return found;
  }

  /** For solid arrows: the earliest open call of the same fence that goes straight from `to` to `from`. */
  findDirect(from: ParticipantKey, to: ParticipantKey, fence: number): number | undefined {
    const served = this.asCallee.get(to)?.at(-1) ?? -1;
    const positions = this.asCallee.get(from);
    if (positions === undefined) return undefined;
    let found: number | undefined;
    const last = Math.max(0, positions.length - deepest);
    for (let i = positions.length - 1; i >= last; i--) {
      const at = positions[i] ?? -1;
      if (at <= served) break;
      const frame = this.frames[at];
      if (frame === undefined || frame.fence !== fence) break;
      if (frame.caller === to) found = at;
    }
    return found;
  }

  /** Whether a participant takes part in an open call that the request really made. */
  isLive(key: ParticipantKey): boolean {
    return (this.made.get(key) ?? 0) > 0;
  }

  /** The position of the newest frame below `below` that waits for `callee`. */
  findServed(callee: ParticipantKey, below: number): number | undefined {
    const positions = this.asCallee.get(callee);
    for (let i = (positions?.length ?? 0) - 1; i >= 0; i--) {
      const at = positions?.[i];
      if (at !== undefined && at < below) return at;
    }
    return undefined;
  }
}

/** Whether the request really made one of a frame's calls. */
export function isMade(frame: Frame | undefined): boolean {
  return frame?.calls.some((call) => call.outcome === "ok" || call.outcome === "slow") === true;
}

function note(map: Map<ParticipantKey, number[]>, key: ParticipantKey, at: number): void {
  const there = map.get(key);
  if (there === undefined) map.set(key, [at]);
  else there.push(at);
}

/** The first of ascending positions that is greater than `bound`. */
function firstAbove(positions: readonly number[] | undefined, bound: number): number | undefined {
  if (positions === undefined) return undefined;
  let low = 0;
  let high = positions.length;
  while (low < high) {
    const half = (low + high) >>> 1;
    if ((positions[half] ?? 0) > bound) high = half;
    else low = half + 1;
  }
  return positions[low];
}
