import { expose } from "comlink";
import * as drawings from "../export/drawings.ts";
import { createPngWriter } from "./png-writer.ts";

let png: ReturnType<typeof createPngWriter> | undefined;

const worker = {
  ...drawings,
  beginPng(width: number, height: number): void {
    png = createPngWriter(width, height);
  },
  addRows: (pixels: Uint8ClampedArray): Promise<void> | undefined => png?.add(pixels),
  endPng: (): Promise<Uint8Array> | undefined => png?.end(),
};

/** What the page may ask of the worker. */
export type DrawingWorker = typeof worker;

/** Runs in a worker of its own; draws what it is asked for, then the page ends it. */
expose(worker);
