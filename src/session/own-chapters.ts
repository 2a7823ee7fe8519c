import * as v from "valibot";
import type { ChapterId } from "../model/ids.ts";
import type { OpenedFile } from "./ports/reader.ts";
import type { StoreBox } from "./ports/store-box.ts";

/** Links to a chapter that only this browser knows begin so. */
export const ownPrefix = "own/";
const key = (id: ChapterId): string => `chapter/${id}`;

const filesSchema = v.array(v.object({ file: v.string(), text: v.string() }));

export function isOwn(id: ChapterId): boolean {
  return id.startsWith(ownPrefix);
}

/** Keeps opened text in this browser, so that a reload finds it. False when there is no room or no permission. */
export function keepOwn(storage: StoreBox, id: ChapterId, files: readonly OpenedFile[]): boolean {
  return storage.set(key(id), JSON.stringify(files));
}

export function readOwn(storage: StoreBox, id: ChapterId): readonly OpenedFile[] | undefined {
  const text = storage.get(key(id));
  if (text === undefined) return undefined;
  try {
    const files: unknown = JSON.parse(text);
    // As they were kept, with what is noted of a file beside its text.
    return v.is(filesSchema, files) ? files : undefined;
  } catch {
    return undefined;
  }
}

/** The chapters this browser keeps, by id. */
export function listOwn(storage: StoreBox): readonly ChapterId[] {
  return storage
    .keys()
    .filter((name) => name.startsWith(`chapter/${ownPrefix}`))
    .map((name) => name.slice("chapter/".length))
    .sort();
}

export function forgetOwn(storage: StoreBox, id: ChapterId): void {
  storage.remove(key(id));
}

const recentKey = "recent-urls";
const recentAtMost = 12;
const recentSchema = v.array(v.object({ url: v.string(), title: v.string() }));

/** An address that was read before, and the title of what was there. */
export type RecentUrl = v.InferOutput<typeof recentSchema>[number];

/** The newest first. */
export function listUrls(storage: StoreBox): readonly RecentUrl[] {
  try {
    const read = v.safeParse(recentSchema, JSON.parse(storage.get(recentKey) ?? "[]"));
    return read.success ? read.output : [];
  } catch {
    return [];
  }
}

export function rememberUrl(storage: StoreBox, url: string, title: string): void {
  const others = listUrls(storage).filter((one) => one.url !== url);
  storage.set(recentKey, JSON.stringify([{ url, title }, ...others].slice(0, recentAtMost)));
}

export function forgetUrl(storage: StoreBox, url: string): void {
  storage.set(recentKey, JSON.stringify(listUrls(storage).filter((one) => one.url !== url)));
}
