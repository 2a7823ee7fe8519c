import type { Working } from "./working.ts";

/** What there is to be asked: chapter/edit/text-tools.ts. */
type Module = typeof import("../../chapter/edit/text-tools.ts");
export type Tool = keyof Module;
export type Tools = { readonly [T in Tool]: (...how: Parameters<Module[T]>) => ReturnType<Module[T]> };

/** Works out changes of a chapter's text, wherever that is best done: a long text never holds the page up. */
export interface TextTools {
  /** `size` is how long the chapter's text is, in UTF-16 units. */
  run<T extends Tool>(size: number, tool: T, ...how: Parameters<Tools[T]>): Working<ReturnType<Tools[T]>>;
}
