import type { Chapter } from "../../../model/chapter.ts";
import { type LayerKind, passesOn } from "../../../model/layer.ts";
import type { Renamed } from "./words.ts";

/** Where things stand, which every longer name moves. */
const places = new Set(["span", "line", "column", "position"]);

/** Do two chapters say the same, once the old and the new names are one? That nothing new is wrong is part of it. */
export function isSameChapter(before: Chapter, after: Chapter, names: readonly Renamed[]): boolean {
  const say = sayer(names);
  return say(before) === say(after);
}

function sayer(names: readonly Renamed[]): (chapter: Chapter) => string {
  // In ids, a name stands in small letters with hyphens between its words.
  const one = names
    .flatMap(({ from, to }) => [from, to])
    .map((name) => (name.match(/[\p{L}\p{N}]+/gu) ?? []).join("[^\\p{L}\\p{N}]+"))
    .filter((pattern) => pattern !== "")
    .sort((a, b) => b.length - a.length);
  const named = new RegExp(`(?<![\\p{L}\\p{N}])(?:${one.join("|")})(?![\\p{L}\\p{N}])\\)?`, "giu");
  const show = (key: string, value: unknown): unknown => {
    if (places.has(key)) return undefined;
    if (typeof value === "string") return value.replace(named, "·");
    // What a part is may have been concluded from its name; only where it answers its caller or not, a run differs.
    if (isPart(value) && !passesOn(value.kind)) return { ...value, kind: undefined, kindInferred: undefined };
    return value;
  };
  return ({ title, scenarios, system, notes, problems }) => {
    const wrong = problems.filter(({ severity }) => severity !== "info").map(({ code }) => code);
    return JSON.stringify({ title, scenarios, system, notes, wrong: wrong.sort() }, show);
  };
}

/** A lifeline or a layer. */
function isPart(value: unknown): value is { readonly kind: LayerKind } {
  return typeof value === "object" && value !== null && "kind" in value && ("shape" in value || "name" in value);
}
