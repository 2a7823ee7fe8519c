import type { Drawing, Drawings, Drawn } from "../session/ports/drawing.ts";
import type { Working } from "../session/ports/working.ts";

/** Draws in workers. The page's end of the line comes when something is first drawn. */
export function createDrawing(): Drawing {
  return {
    draw: (what, ...how) =>
      later(async () => {
        const { drawApart } = await import("./draw-apart.ts");
        return drawApart((drawer) => askFor(drawer, what, how));
      }),
    paint: (...how) => later(async () => (await import("./paint-slices.ts")).paintSlices(...how)),
  };
}

function later<Result>(load: () => Promise<Working<Result>>): Working<Result> {
  let cancelled = false;
  let cancel = (): void => {};
  const done = load().then((working) => {
    cancel = working.cancel;
    if (cancelled) cancel();
    return working.done;
  });
  return {
    done,
    cancel: () => {
      cancelled = true;
      cancel();
    },
  };
}

/** Each drawing is asked for by its name. */
function askFor<D extends keyof Drawings>(drawer: unknown, what: D, how: Parameters<Drawings[D]>): Promise<Drawn<D>> {
  return (drawer as Record<D, (...how: readonly unknown[]) => Promise<Drawn<D>>>)[what](...how);
}
