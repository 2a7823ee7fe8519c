import { home, type Playhead, type PlayheadSource } from "../model/playhead.ts";

/** A playhead that can be moved; those who only look get it as a `PlayheadSource`. */
export interface MovablePlayhead extends PlayheadSource {
  set(playhead: Playhead): void;
}

/** Lives outside the store, so that a frame of playing renders nothing that does not move. */
export function createPlayhead(start: Playhead = home): MovablePlayhead {
  let current = start;
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    set(playhead) {
      if (playhead.step === current.step && playhead.fraction === current.fraction) return;
      current = playhead;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
