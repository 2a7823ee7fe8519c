import type { Ports } from "../session/ports/ports.ts";
import type { Shelf } from "../session/ports/shelf.ts";
import { createAddress } from "./address.ts";
import { createClipboard } from "./clipboard.ts";
import { createClock } from "./clock.ts";
import { createColorScheme } from "./color-scheme.ts";
import { createDrafts } from "./drafts.ts";
import { createDrawing } from "./drawing.ts";
import { createFetcher } from "./fetcher.ts";
import { createPacker } from "./packer.ts";
import { createReader } from "./read-chapter.ts";
import { createSampling } from "./sampling.ts";
import { createSaver } from "./saver.ts";
import { createStoreBox } from "./store-box.ts";
import { createTextTools } from "./text-tools.ts";

/** The world of one browser window. */
export function createPorts(shelf: Shelf): Ports {
  return {
    clock: createClock(),
    address: createAddress(),
    storage: createStoreBox("hopwise/"),
    fetcher: createFetcher(),
    clipboard: createClipboard(),
    colorScheme: createColorScheme(),
    sampling: createSampling(),
    medians: createSampling(),
    shelf,
    packer: createPacker(),
    reader: createReader(),
    textTools: createTextTools(),
    saver: createSaver(),
    drawing: createDrawing(),
    drafts: createDrafts(),
  };
}
