import type { Drawing } from "../session/ports/drawing.ts";

/** Draws in workers. The page's end of the line comes when something is first drawn. */
export function createDrawing(): Drawing {
  return {
    draw(what, ...how) {
      let cancelled = false;
      let cancel = () => {};
      const done = import("./draw-apart.ts").then(({ drawApart }) => {
        if (cancelled) return undefined;
        const working = drawApart(what, how);
        cancel = working.cancel;
        return working.done;
      });
      return {
        done,
        cancel: () => {
          cancelled = true;
          cancel();
        },
      };
    },
  };
}
