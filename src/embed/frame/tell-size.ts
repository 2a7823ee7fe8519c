import { isAsk, leastHeight, mostHeight, writeSize } from "./frame-messages.ts";

/** A change that nobody sees is not told, CSS px. */
const slight = 2;

/**
 * Tells the page around the frame how high the flow would like to be, whenever that changes or the page asks. Only a size
 * leaves; a question counts when it comes from that very page.
 */
export function tellSize(id: string, frame: HTMLElement): void {
  if (window.parent === window) return;
  let told = 0;
  const tell = (again: boolean) => {
    const height = wantedHeight(frame);
    if (height === undefined || (!again && Math.abs(height - told) < slight)) return;
    told = height;
    window.parent.postMessage(writeSize(id, height), "*");
  };
  const sizes = new ResizeObserver(() => tell(false));
  let watched: Element | null = null;
  const look = () => {
    const content = frame.querySelector(".stage-scroller > *");
    if (content === watched) return;
    watched = content;
    sizes.disconnect();
    for (const part of [content, content?.parentElement]) if (part) sizes.observe(part);
  };
  // The flow comes after what it plays; what is there is looked at anew when parts of it come or go.
  new MutationObserver(look).observe(frame, { childList: true, subtree: true });
  look();
  window.addEventListener("message", (event) => {
    if (event.source === window.parent && event.origin === pageOrigin() && isAsk(event.data)) tell(true);
  });
}

/** What is there, and as much more (or less) as the stage has to show. */
function wantedHeight(frame: HTMLElement): number | undefined {
  const scroller = frame.querySelector<HTMLElement>(".stage-scroller");
  const shown = scroller?.firstElementChild;
  if (!scroller || !shown) return undefined;
  const spare = Math.ceil(shown.getBoundingClientRect().height) - scroller.clientHeight;
  return Math.min(mostHeight, Math.max(leastHeight, Math.round(frame.getBoundingClientRect().height) + spare));
}

/** The origin of the page around this one, as the browser says it; undefined when it keeps that to itself. */
function pageOrigin(): string | undefined {
  const [nearest] = location.ancestorOrigins ?? [];
  if (nearest !== undefined) return nearest;
  return URL.canParse(document.referrer) ? new URL(document.referrer).origin : undefined;
}
