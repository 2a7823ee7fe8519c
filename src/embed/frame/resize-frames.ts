import { ask, readSize } from "./frame-messages.ts";

/** Gives the frames with flows on a page the heights they ask for. Returns what ends it. */
export function resizeFrames(page: Document): () => void {
  const view = page.defaultView;
  if (!view) return () => {};
  const known = new WeakMap<object, HTMLIFrameElement>();
  const hear = ({ data, source, origin }: MessageEvent) => {
    const size = readSize(data);
    if (!size || !source) return;
    let frame = known.get(source);
    if (!frame?.isConnected || frame.contentWindow !== source) {
      frame = findFrames(page).find(({ contentWindow }) => contentWindow === source);
    }
    // What a frame says is heard when it comes from where that frame was pointed to, under the name it was given there.
    const address = frame && addressOf(frame);
    if (!frame || !address?.searchParams.has("embed") || address.origin !== origin) return;
    if ((address.searchParams.get("id") ?? "") !== size.id) return;
    known.set(source, frame);
    frame.style.height = `${size.height}px`;
  };
  view.addEventListener("message", hear);
  // Frames that spoke before this script was there are asked to say it again; any page may hear the question.
  for (const frame of findFrames(page)) {
    if (addressOf(frame)?.searchParams.has("embed")) frame.contentWindow?.postMessage(ask, "*");
  }
  return () => view.removeEventListener("message", hear);
}

/** Every frame of the page, through open shadow roots. */
function findFrames(root: ParentNode): HTMLIFrameElement[] {
  const found = [...root.querySelectorAll("iframe")];
  for (const { shadowRoot } of root.querySelectorAll("*")) if (shadowRoot) found.push(...findFrames(shadowRoot));
  return found;
}

function addressOf(frame: HTMLIFrameElement): URL | undefined {
  return frame.src !== "" && URL.canParse(frame.src) ? new URL(frame.src) : undefined;
}
