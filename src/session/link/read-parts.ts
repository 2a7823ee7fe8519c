import type { Onset } from "../../model/run.ts";
import type { Link, LinkAt } from "./link.ts";
import { unescapeName } from "./query.ts";

/** `5.2` */
function readOnset(text: string): Onset | undefined {
  const found = /^([1-9]\d{0,6})\.([1-9]\d{0,6})$/.exec(text);
  return found ? { hop: Number(found[1]), message: Number(found[2]) } : undefined;
}

/** `5.2` or `132ms` */
export function readAt(text: string): LinkAt | undefined {
  const place = readOnset(text);
  if (place) return { kind: "message", ...place };
  if (!/^\d+(\.\d+)?(e[+-]?\d+)?ms$/.test(text)) return undefined;
  const instant = Number(text.slice(0, -2));
  return Number.isFinite(instant) ? { kind: "instant", instant } : undefined;
}

/** `redis-down` or `redis-down@5.2` */
export function readFault(item: string): Link["fail"][number] | undefined {
  const [id = "", from, ...more] = item.split("@");
  if (id === "" || more.length > 0) return undefined;
  if (from === undefined) return { id: unescapeName(id) };
  const onset = readOnset(from);
  return onset && { id: unescapeName(id), onset };
}

/** `connection:warm` */
export function readChosen(item: string): Link["with"][number] | undefined {
  const [key = "", value = "", ...more] = item.split(":");
  if (key === "" || value === "" || more.length > 0) return undefined;
  return { name: unescapeName(key), value: unescapeName(value) };
}

/** Every item of lists with commas; those that cannot be read are handed to `unread`. */
export function readItems<Item>(
  lists: readonly string[],
  read: (item: string) => Item | undefined,
  unread: (item: string) => void,
): Item[] {
  const items = lists.flatMap((list) => list.split(",")).filter((item) => item !== "");
  return items.flatMap((item) => {
    const value = read(item);
    if (value !== undefined) return [value];
    unread(item);
    return [];
  });
}

export function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
