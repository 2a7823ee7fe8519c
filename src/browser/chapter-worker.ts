import * as textTools from "../chapter/edit/text-tools.ts";
import { parseLibrary } from "../chapter/parse-library.ts";
import { type ListPart, takeOutLongLists } from "../lib/long-lists.ts";

const works = { ...textTools, parseLibrary };

/** What the page may ask of the worker: one piece of work, by name. */
export type Works = typeof works;

/** What the worker says: first the answer without its long lists, then these, part by part. */
export type Said = { readonly answer: unknown; readonly parts: number } | ListPart;

/** So many items at once are taken over by the page in a few milliseconds. */
const atOnce = 2_000;

/** Runs in a worker of its own; answers one request, then the page ends it. */
self.onmessage = ({ data }: MessageEvent<{ work: keyof Works; how: readonly unknown[] }>) => {
  const say = (said: Said) => self.postMessage(said);
  const answer = (works[data.work] as (...how: readonly unknown[]) => unknown)(...data.how);
  const { value, parts } = takeOutLongLists(answer, atOnce);
  say({ answer: value, parts: parts.length });
  parts.forEach(say);
};
