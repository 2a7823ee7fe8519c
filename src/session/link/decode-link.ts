import * as v from "valibot";
import { blastOnly, blastSorts, drawers, spacings, themeChoices, viewNames } from "../state.ts";
import { emptyLink, type Link } from "./link.ts";
import { mendLink } from "./mend-link.ts";
import { splitQuery, unescapeName } from "./query.ts";
import { clip, readAt, readChosen, readFault, readItems } from "./read-parts.ts";
import { type RawLink, upgradeLink } from "./upgrade-link.ts";

export interface DecodedLink {
  readonly link: Link;
  /** One sentence for each part that was left out. */
  readonly dropped: readonly string[];
}

const count = v.pipe(v.string(), v.regex(/^[1-9]\d{0,6}$/), v.transform(Number));
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(300));
const at = v.pipe(
  v.string(),
  v.transform(readAt),
  v.check((place) => place !== undefined),
);
const source = v.pipe(v.string(), v.minLength(1), v.maxLength(4000));
const seed = v.pipe(v.string(), v.regex(/^\d{1,10}$/), v.transform(Number));

const onOff = v.pipe(
  v.picklist(["on", "off"]),
  v.transform((text) => text === "on"),
);
const round = v.pipe(
  v.string(),
  v.regex(/^[1-9]\d{0,2}(@[1-9]\d{0,6})?$/),
  v.transform((text) => {
    const [n = 1, set = 1] = text.split("@").map(Number);
    return { set, n };
  }),
);

/** Reads a query string, with the fragment behind it. Total: what cannot be read is left out, and said. */
export function decodeLink(address: string): DecodedLink {
  const dropped: string[] = [];
  const { query, carried } = mendLink(address);
  const raw: RawLink = new Map();
  for (const { key, value } of splitQuery(query)) raw.set(key, [...(raw.get(key) ?? []), value]);
  const parts = upgradeLink(raw, dropped);

  /** Takes one part out by its schema; what stays behind at the end is unknown. */
  const take = <Output>(key: string, schema: v.GenericSchema<string, Output>): Output | undefined => {
    const [value] = parts.get(key) ?? [];
    parts.delete(key);
    if (value === undefined || value === "") return undefined;
    const result = v.safeParse(schema, value);
    if (result.success) return result.output;
    dropped.push(`“${key}=${clip(value)}” in the link cannot be read and was left out.`);
    return undefined;
  };

  const found = {
    chapter: take("chapter", name),
    src: take("src", source),
    scenario: take("scenario", name),
    at: take("at", at),
    view: take("view", v.picklist(viewNames)),
    spacing: take("spacing", v.picklist(spacings)),
    drawn: take("drawn", v.picklist(drawers)),
    focus: take("focus", count),
    theme: take("theme", v.picklist(themeChoices)),
    seed: take("seed", seed),
    sort: take("sort", v.picklist(blastSorts)),
    pairs: take("pairs", onOff),
    only: take("only", v.picklist(blastOnly)),
    layer: take("layer", name),
    round: take("round", round),
    compare: undefined as Link["compare"],
    walkthrough: undefined as Link["walkthrough"],
  };
  const through = take("walkthrough", source);
  if (through !== undefined) found.walkthrough = { of: through, n: take("moment", count) ?? 1 };
  const fail = readList(parts, "fail", dropped, readFault);
  const chosen = readList(parts, "with", dropped, readChosen);
  const isCompared = (parts.get("compare") ?? []).some((value) => value !== "");
  const compared = readList(parts, "compare", dropped, readCompared);
  if (isCompared)
    found.compare = {
      fail: compared.flatMap((one) => one.fail ?? []),
      with: compared.flatMap((one) => one.with ?? []),
    };
  const saw = readList(parts, "saw", dropped, (item) => {
    const [subject = "", what = "", ...more] = item.split(":");
    if (subject === "" || what === "" || more.length > 0) return undefined;
    return { subject: unescapeName(subject), what: unescapeName(what) };
  });
  for (const key of parts.keys()) dropped.push(`“${clip(key)}” in the link is not known here and was left out.`);

  const given = Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
  const whole = carried === undefined ? given : { ...given, carried };
  return { link: { ...emptyLink, ...whole, fail, with: chosen, ...(saw.length === 0 ? {} : { saw }) }, dropped };
}

/** One item of `compare`: `healthy` says nothing more, `with:` a choice, anything else a failure. */
function readCompared(item: string): { fail?: Link["fail"][number]; with?: Link["with"][number] } | undefined {
  if (item === "healthy") return {};
  if (item.startsWith("with:")) {
    const chosen = readChosen(item.slice("with:".length));
    return chosen && { with: chosen };
  }
  const fault = readFault(item.replace(/^fail:/, ""));
  return fault && { fail: fault };
}

function readList<Item>(
  parts: RawLink,
  key: string,
  dropped: string[],
  read: (item: string) => Item | undefined,
): Item[] {
  const unread = (item: string) =>
    dropped.push(`“${clip(item)}” in the link's “${key}” cannot be read and was left out.`);
  const items = readItems(parts.get(key) ?? [], read, unread);
  parts.delete(key);
  return items;
}
