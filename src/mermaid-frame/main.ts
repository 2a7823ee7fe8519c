import { draw } from "./draw.ts";
import { mark } from "./mark.ts";
import { type FromFrame, readToFrame, type ToFrame, wrap } from "./protocol.ts";

const stand = document.querySelector("main");
let drawn: SVGSVGElement | undefined;
let size = { width: 0, height: 0 };
let marked = -1;
let zoom = 0;
/** Mermaid draws one text at a time; of those that wait only the last is wanted. */
let wanted: Extract<ToFrame, { kind: "draw" }> | undefined;
let busy = false;

addEventListener("message", (event) => {
  if (event.source !== parent) return;
  const said = readToFrame(event.data);
  if (said?.kind === "draw") {
    wanted = said;
    void drawWanted();
  } else if (said?.kind === "mark") {
    marked = said.message;
    if (drawn) mark(drawn, marked);
  } else if (said?.kind === "zoom") {
    zoom = said.zoom;
    fit();
    if (drawn) mark(drawn, marked);
  }
});
// The frame gets its size when the drawing is shown, and with the window: what is current stays in view.
addEventListener("resize", () => drawn && mark(drawn, marked));
tell({ kind: "ready" });

async function drawWanted(): Promise<void> {
  if (busy) return;
  busy = true;
  while (wanted) {
    const { id, text, theme } = wanted;
    wanted = undefined;
    try {
      const next = await draw(text, theme);
      document.documentElement.dataset.theme = theme;
      show(next);
      tell({ kind: "drawn", id, ...size });
    } catch (error) {
      tell({ kind: "refused", id, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  busy = false;
}

function show(next: SVGSVGElement): void {
  const { width, height } = next.viewBox.baseVal;
  size = { width, height };
  stand?.replaceChildren(next);
  drawn = next;
  fit();
  mark(next, marked);
}

/** Fitted, it is never larger than Mermaid made it. */
function fit(): void {
  if (!drawn) return;
  drawn.style.width = zoom > 0 ? `${size.width * zoom}px` : `${size.width}px`;
  drawn.style.maxWidth = zoom > 0 ? "none" : "100%";
  drawn.style.height = "auto";
}

/** The frame has no origin, and its page may have any: what is told is no secret. */
function tell(message: FromFrame): void {
  parent.postMessage(wrap(message), "*");
}
