import type { Clock } from "../session/ports/clock.ts";

export function createClock(): Clock {
  return {
    now: () => performance.now(),
    onFrame(callback) {
      const id = requestAnimationFrame(callback);
      return () => cancelAnimationFrame(id);
    },
    after(duration, callback) {
      const id = window.setTimeout(callback, duration);
      return () => window.clearTimeout(id);
    },
  };
}
