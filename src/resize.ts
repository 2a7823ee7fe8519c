import { resizeFrames } from "./embed/frame/resize-frames.ts";

/** On a page that frames flows (`embed.html`), this gives each frame the height it asks for. */
if (globalThis.document) resizeFrames(document);

export { resizeFrames };
