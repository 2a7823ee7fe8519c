import * as v from "valibot";
import type { ChapterId } from "../model/ids.ts";
import type { OpenedFile } from "./ports/reader.ts";
import type { StoreBox } from "./ports/store-box.ts";

/** Links to a chapter that only this browser knows begin so. */
const prefix = "own/";
const key = (id: ChapterId): string => `chapter/${id}`;

const filesSchema = v.array(v.object({ file: v.string(), text: v.string() }));

export function isOwn(id: ChapterId): boolean {
  return id.startsWith(prefix);
}

/** From the first file's name, so that opening a newer version of it goes to the same address. */
export function ownId(files: readonly OpenedFile[]): ChapterId {
  const name = (files.find(({ file }) => !/(^|\/)index\.md$/i.test(file)) ?? files[0])?.file ?? "text";
  const slug = name
    .replace(/\.[a-z]+$/i, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  return prefix + (slug || "text");
}

/** Keeps opened text in this browser, so that a reload finds it. False when there is no room or no permission. */
export function keepOwn(storage: StoreBox, id: ChapterId, files: readonly OpenedFile[]): boolean {
  return storage.set(key(id), JSON.stringify(files));
}

export function readOwn(storage: StoreBox, id: ChapterId): readonly OpenedFile[] | undefined {
  const text = storage.get(key(id));
  if (text === undefined) return undefined;
  try {
    const result = v.safeParse(filesSchema, JSON.parse(text));
    return result.success ? result.output : undefined;
  } catch {
    return undefined;
  }
}

/** The chapters this browser keeps, by id. */
export function listOwn(storage: StoreBox): readonly ChapterId[] {
  return storage
    .keys()
    .filter((name) => name.startsWith(`chapter/${prefix}`))
    .map((name) => name.slice("chapter/".length))
    .sort();
}

export function forgetOwn(storage: StoreBox, id: ChapterId): void {
  storage.remove(key(id));
}
