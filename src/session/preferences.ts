import * as v from "valibot";
import { findSpeed } from "../player/speed.ts";
import type { StoreBox } from "./ports/store-box.ts";
import { type SessionState, spacings, themeChoices } from "./state.ts";

export type Preferences = Partial<Pick<SessionState, "theme" | "spacing" | "speed" | "keysOn">>;

const schemas = {
  theme: v.picklist(themeChoices),
  spacing: v.picklist(spacings),
  speed: v.pipe(
    v.string(),
    v.transform(Number),
    v.number(),
    v.finite(),
    v.transform((rate) => findSpeed(rate).rate),
  ),
  keysOn: v.pipe(
    v.picklist(["true", "false"]),
    v.transform((text) => text === "true"),
  ),
};

/** What the reader chose before. Anything unreadable counts as never chosen. */
export function readPreferences(storage: StoreBox): Preferences {
  const read = <Output>(key: string, schema: v.GenericSchema<string, Output>): Output | undefined => {
    const text = storage.get(key);
    const result = text === undefined ? undefined : v.safeParse(schema, text);
    return result?.success ? result.output : undefined;
  };
  const theme = read("theme", v.pipe(v.string(), schemas.theme));
  const spacing = read("spacing", v.pipe(v.string(), schemas.spacing));
  const speed = read("speed", schemas.speed);
  const keysOn = read("keysOn", v.pipe(v.string(), schemas.keysOn));
  return {
    ...(theme === undefined ? {} : { theme }),
    ...(spacing === undefined ? {} : { spacing }),
    ...(speed === undefined ? {} : { speed }),
    ...(keysOn === undefined ? {} : { keysOn }),
  };
}

/** False when it could not be kept. */
export function writePreference(storage: StoreBox, name: keyof Preferences, value: string): boolean {
  return storage.set(name, value);
}
