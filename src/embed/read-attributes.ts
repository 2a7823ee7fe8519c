import type { Link } from "../session/link/link.ts";
import { clip, readAt, readChosen, readFault, readItems } from "../session/link/read-parts.ts";
import type { FlowControls } from "../ui/flow/Flow.tsx";

/** The attributes of `<hopwise-flow>` that are its own; `lang` and the like belong to every element. */
export const attributeNames = [
  "src",
  "index",
  "scenario",
  "at",
  "fail",
  "with",
  "controls",
  "view",
  "theme",
  "lang",
] as const;

/** What the attributes ask for. */
export interface Wish {
  readonly src: string | undefined;
  /** Address of the index.md that the chapter shares layers and failures with. */
  readonly index: string | undefined;
  readonly link: Link;
  readonly controls: FlowControls;
  readonly theme: "auto" | "light" | "dark";
  /** The language of the chapter's own words. */
  readonly lang: string | undefined;
  /** A sentence for each attribute that cannot be read or is not known. */
  readonly notes: readonly string[];
}

const everywhere =
  /[-:_.@]|^(?:id|class|style|title|slot|part|exportparts|dir|hidden|inert|role|tabindex|accesskey|translate|nonce|is|draggable|popover|itemprop|itemscope|itemtype|itemid|itemref|on.*)$/;

/** Reads the tag. Total: what cannot be read is left out, and said. */
export function readAttributes(attributes: ReadonlyMap<string, string>): Wish {
  const notes: string[] = [];
  const take = (name: string) => attributes.get(name)?.trim() || undefined;
  const refuse = (name: string, expected: string) =>
    notes.push(`${name}="${clip(attributes.get(name) ?? "")}" cannot be read: expected ${expected}.`);
  const pick = <Value extends string>(name: string, values: readonly [Value, ...Value[]]): Value => {
    const text = take(name);
    const found = values.find((value) => value === text);
    if (text !== undefined && found === undefined) refuse(name, values.join(", "));
    return found ?? values[0];
  };
  const list = <Item>(name: string, read: (item: string) => Item | undefined, form: string): Item[] =>
    readItems(
      [take(name) ?? ""],
      (item) => read(item.trim()),
      (item) => notes.push(`“${clip(item.trim())}” in ${name}="…" cannot be read: expected ${form}.`),
    );

  const atText = take("at");
  const at = atText === undefined ? undefined : readAt(atText);
  if (atText !== undefined && !at) refuse("at", "hop.message such as 5.2, or a time such as 132ms");
  const scenario = take("scenario");
  const view = pick("view", ["even", "scale", "hop"]);
  for (const name of attributes.keys()) {
    if (!everywhere.test(name) && !(attributeNames as readonly string[]).includes(name))
      notes.push(`<hopwise-flow> has no attribute “${clip(name)}”. There are: ${attributeNames.join(", ")}.`);
  }
  return {
    src: take("src"),
    index: take("index"),
    link: {
      fail: list("fail", readFault, "a failure's id"),
      with: list("with", readChosen, "choice:branch"),
      ...(scenario && { scenario }),
      ...(at && { at }),
      ...(view === "scale" && { spacing: "scale" as const }),
      ...(view === "hop" && { focus: at?.kind === "message" ? at.hop : 1 }),
    },
    controls: pick("controls", ["full", "min", "none"]),
    theme: pick("theme", ["auto", "light", "dark"]),
    lang: take("lang"),
    notes,
  };
}
