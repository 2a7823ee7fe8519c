import type { StoreApi } from "zustand/vanilla";
import { home, type Playhead } from "../model/playhead.ts";
import type { Onset } from "../model/run.ts";
import type { Track } from "../model/track.ts";
import { advance } from "../player/advance.ts";
import { clampPlayhead, unplayedStep } from "../player/position.ts";
import { isAtEnd, type Played, samePlace } from "../player/same-place.ts";
import { shiftSpeed } from "../player/speed.ts";
import { hopBack, hopForward, stepBack, stepForward, toEnd, toHop } from "../player/stepping.ts";
import type { MovablePlayhead } from "./playhead.ts";
import type { Clock } from "./ports/clock.ts";
import type { Results } from "./results.ts";
import type { SessionState } from "./state.ts";

interface Parts {
  readonly store: StoreApi<SessionState>;
  readonly playhead: MovablePlayhead;
  readonly results: Results;
  readonly clock: Clock;
}

export type Player = ReturnType<typeof createPlayer>;

/** A frame that comes later than this, ms, was a sleeping tab: it counts as this long. */
const longestFrame = 250;

/** Moves the playhead: by frames while playing, at once when the reader steps or seeks. */
export function createPlayer({ store, playhead, results, clock }: Parts) {
  let cancelFrame: (() => void) | undefined;
  let last = 0;
  let over: { readonly played: Played; readonly scenario: string } | undefined;

  /** What the playhead moves over: the run or, while two are compared, both of them joined. */
  function now(): Played | undefined {
    const state = store.getState();
    const playable = results.playable(state);
    if (!playable) return undefined;
    if (over && (!state.compare || state.scenario !== over.scenario)) over = undefined;
    if (over) return over.played;
    const trace = results.trace(playable, state.run);
    return { trace, track: results.track(trace) };
  }

  function frame(at: number): void {
    cancelFrame = undefined;
    const { playing, speed, loopHop } = store.getState();
    const current = now();
    if (!playing || !current) return;
    const moved = advance(current.track, playhead.get(), Math.min(longestFrame, at - last), speed, loopHop);
    last = at;
    playhead.set(moved.playhead);
    if (moved.finished) store.setState({ playing: false });
    else cancelFrame = clock.onFrame(frame);
  }

  function pause(): void {
    cancelFrame?.();
    cancelFrame = undefined;
    if (store.getState().playing) store.setState({ playing: false });
  }

  function play(): void {
    const current = now();
    if (!current || current.track.steps.length === 0 || store.getState().playing) return;
    if (isAtEnd(current.track, playhead.get())) playhead.set(home);
    store.setState({ playing: true });
    last = clock.now();
    cancelFrame = clock.onFrame(frame);
  }

  /** Moves by a pure step and stops playing: the reader wants to look. */
  function move(step: (track: Track, from: Playhead) => Playhead | undefined): void {
    const current = now();
    if (!current) return;
    pause();
    const next = step(current.track, clampPlayhead(current.track, playhead.get()));
    if (next) playhead.set(next);
  }

  /** Runs a change of the run; afterwards the playhead stands at the same message of the new trace. */
  function keepPlace(changeRun: () => void): void {
    const before = now();
    const from = playhead.get();
    changeRun();
    const after = now();
    if (before && after) playhead.set(samePlace(before, after, from));
  }

  return {
    keepPlace,
    pause,
    /** Moves over something else than the run from now on, at the same message; undefined: over the run again. */
    playOver(played: Played | undefined): void {
      keepPlace(() => {
        over = played && { played, scenario: store.getState().scenario ?? "" };
      });
    },
    home: () => {
      pause();
      playhead.set(home);
    },
    seek: (to: Playhead) => {
      const current = now();
      playhead.set(current ? clampPlayhead(current.track, to) : home);
    },
    current: now,
    /** From where a failure that is switched on now bites; undefined at home and at the end: from the start. */
    onsetHere(): Onset | undefined {
      const current = now();
      const at = playhead.get();
      if (!current || at.step < 0 || isAtEnd(current.track, at)) return undefined;
      const from = unplayedStep(current.track, at);
      const next = from && current.track.steps.slice(current.track.steps.indexOf(from)).find((step) => step.inHop);
      return next?.inHop === undefined ? undefined : { hop: next.hop, message: next.inHop };
    },
    stop: pause,
    actions: {
      play,
      pause,
      togglePlay: () => (store.getState().playing ? pause() : play()),
      /** Seeks without pausing: a seek bar may be dragged while playing. */
      seek: (step: number, fraction = 1) => {
        const current = now();
        if (current) playhead.set(clampPlayhead(current.track, { step, fraction: step < 0 ? 0 : fraction }));
      },
      stepMessage: (by: -1 | 1) => move(by < 0 ? stepBack : stepForward),
      stepHop: (by: -1 | 1) => move(by < 0 ? hopBack : hopForward),
      goToHop: (hop: number) => move((track) => toHop(track, hop)),
      toEnd: () => move(toEnd),
      shiftSpeed: (by: -1 | 1) => store.setState(({ speed }) => ({ speed: shiftSpeed(speed, by) })),
    },
  };
}
