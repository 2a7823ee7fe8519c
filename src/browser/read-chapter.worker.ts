import { parseLibrary } from "../chapter/parse-library.ts";
import type { OpenedFile } from "../session/ports/reader.ts";

/** Runs in a worker of its own; answers one request, then the page ends it. */
self.onmessage = (event: MessageEvent<{ id: string; files: readonly OpenedFile[] }>) => {
  self.postMessage(parseLibrary(event.data.id, event.data.files));
};
