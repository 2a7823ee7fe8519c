import * as textTools from "../chapter/edit/text-tools.ts";
import { parseLibrary } from "../chapter/parse-library.ts";

const works = { ...textTools, parseLibrary };

/** What the page may ask of the worker: one piece of work, by name. */
export type Works = typeof works;

/** Runs in a worker of its own; answers one request, then the page ends it. */
self.onmessage = ({ data }: MessageEvent<{ work: keyof Works; how: readonly unknown[] }>) => {
  self.postMessage((works[data.work] as (...how: readonly unknown[]) => unknown)(...data.how));
};
