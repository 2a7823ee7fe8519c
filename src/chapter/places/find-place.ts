import { slugOf } from "../slug.ts";
import { placeRows } from "./places.ts";

/** A point of the globe, in degrees. */
export interface Site {
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
}

let known: ReadonlyMap<string, Site> | undefined;

/** Every name of the table; read when the first `@place` is. */
function knownSites(): ReadonlyMap<string, Site> {
  known ??= new Map(
    placeRows
      .trim()
      .split("\n")
      .flatMap((row) => {
        const [city = "", latitude = "", longitude = "", ...codes] = row.split(" ");
        const site = {
          name: city.replace(/-/g, " "),
          latitude: Number.parseFloat(latitude) * (latitude.endsWith("S") ? -1 : 1),
          longitude: Number(longitude),
        };
        return [city.toLowerCase(), ...codes].map((name) => [name, site] as const);
      }),
  );
  return known;
}

function plainName(text: string): string {
  return slugOf(text.normalize("NFD").replace(/\p{M}/gu, ""));
}

/** A city, a cloud region, an IATA code ("Dallas, Texas" is Dallas), or coordinates `49.45, 11.08`. */
export function findPlace(text: string): Site | undefined {
  const point = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*,\s*(-?\d{1,3}(?:\.\d+)?)\s*$/.exec(text);
  if (point) {
    const latitude = Number(point[1]);
    const longitude = Number(point[2]);
    return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
      ? { name: text.trim(), latitude, longitude }
      : undefined;
  }
  const sites = knownSites();
  return sites.get(plainName(text)) ?? sites.get(plainName(text.split(/[,(]/, 1)[0] ?? ""));
}

/** The known names most like an unknown one, the most alike first. */
export function namesLike(text: string, most = 3): string[] {
  const word = plainName(text).slice(0, 40);
  return [...knownSites()]
    .map(([name, site]) => ({
      name: name === site.name.toLowerCase().replace(/ /g, "-") ? site.name : name,
      far: lettersApart(word, name),
    }))
    .sort((a, b) => a.far - b.far)
    .slice(0, most)
    .map(({ name }) => name);
}

/** Letters to add, drop or change to make one word the other (Levenshtein). */
function lettersApart(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j += 1) {
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (b[j] === letter ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
