import { faultKinds } from "../../model/fault.ts";
import { layerKinds } from "../../model/layer.ts";
import { directiveHelp } from "./directive-help.ts";

/** What the chapter already has, to be offered again. */
export interface Vocabulary {
  readonly participants: readonly { readonly id: string; readonly label: string }[];
  readonly layers: readonly { readonly id: string; readonly name: string }[];
  readonly faults: readonly { readonly id: string; readonly title: string }[];
  readonly branches: readonly string[];
}

export interface Offer {
  /** What is inserted. */
  readonly text: string;
  readonly kind: "participant" | "layer" | "failure" | "directive" | "key" | "word";
  /** A few words beside it. */
  readonly detail?: string;
  /** A sentence about it. */
  readonly help?: string;
}

export interface Completion {
  /** Offset into the line where what is completed begins. */
  readonly from: number;
  readonly offers: readonly Offer[];
}

export type Surroundings = "diagram" | "front-matter" | "prose";

/** What could be typed at the end of `before`, the line up to the cursor. Undefined where nothing can be offered. */
export function completeLine(before: string, where: Surroundings, known: Vocabulary): Completion | undefined {
  if (where === "front-matter") return completeKey(before);
  const directive = completeDirective(before, where, known);
  if (directive || where === "prose") return directive;
  return completeParticipant(before, known) ?? completeKeyword(before);
}

function completeDirective(before: string, where: Surroundings, known: Vocabulary): Completion | undefined {
  const opener = where === "diagram" ? /^\s*%%\s*@?([\w-]*)$/ : /<!--\s*@?([\w-]*)$/;
  const begun = opener.exec(before);
  if (begun) {
    const at = before.lastIndexOf("@");
    const offers = directiveHelp.map(({ name, value, before: lines, help }): Offer => {
      return { text: `@${name}${value === "" ? "" : " "}`, kind: "directive", detail: `before ${lines}`, help };
    });
    return { from: at >= 0 ? at : before.length - (begun[1] ?? "").length, offers };
  }
  const value = /(?:%%\s*|<!--\s*)@([\w-]+)\s+(.*)$/.exec(before);
  if (!value) return undefined;
  const [, name = "", text = ""] = value;
  const from = before.length - (/[^\s,]*$/.exec(text)?.[0].length ?? 0);
  if (name === "layer" || name === "via") return { from, offers: known.layers.map(offerLayer) };
  if (name === "same-as") return { from, offers: known.participants.map(offerParticipant) };
  if (name === "latency") return { from, offers: ["1–3 ms", "5–15 ms", "20–60 ms", "p50 12 ms, p99 80 ms"].map(word) };
  if (name === "timeout") return { from, offers: ["5 s", "15 s", "30 s"].map(word) };
  if (name === "default") return { from, offers: ["yes", "no"].map(word) };
  if (name !== "on") return undefined;
  const colon = text.indexOf(":");
  if (colon < 0) {
    const offers = known.faults.map(({ id, title }): Offer => ({ text: `${id}: `, kind: "failure", detail: title }));
    return { from: before.length - text.length, offers };
  }
  const action = text.slice(colon + 1).trimStart();
  const takes = known.branches.map((branch) => word(`take "${branch}"`));
  return {
    from: before.length - action.length,
    offers: [...["continue", "fail", "fail 502", "+200 ms", "×10"].map(word), ...takes],
  };
}

/** A name is wanted at a line's start, behind an arrow, and behind the words that speak of a lifeline. */
function completeParticipant(before: string, known: Vocabulary): Completion | undefined {
  const arrow = /^\s*[^\s:%][^:%]*?(?:<<)?[-/\\|]{1,3}(?:>>|>|\)|x|\||\\\\|\/\/)[+-]?\s*([\w.-]*)$/.exec(before);
  const spoken =
    /^\s*(?:activate|deactivate|destroy|links?|properties|details|note (?:left of|right of|over)(?:\s+[^:]*,)?)\s+([\w.-]*)$/i.exec(
      before,
    );
  const found = arrow ?? spoken;
  if (!found) return undefined;
  return { from: before.length - (found[1] ?? "").length, offers: known.participants.map(offerParticipant) };
}

const keywords: readonly (readonly [string, string])[] = [
  ["participant ", "a lifeline"],
  ["actor ", "a lifeline drawn as a person"],
  ["alt ", "one branch or the other"],
  ["else ", "the other branch"],
  ["opt ", "perhaps"],
  ["loop ", "again and again"],
  ["par ", "at the same time"],
  ["and ", "the next of those at the same time"],
  ["critical ", "must succeed"],
  ["option ", "what happens when it does not"],
  ["break ", "and then nothing more"],
  ["rect ", "a coloured background"],
  ["end", "closes a block"],
  ["Note over ", "a note across lifelines"],
  ["Note left of ", "a note beside a lifeline"],
  ["Note right of ", "a note beside a lifeline"],
  ["activate ", "begins to work"],
  ["deactivate ", "has finished"],
  ["create participant ", "appears with the next message"],
  ["destroy ", "ends with the next message"],
  ["autonumber", "numbers the messages"],
  ["box ", "groups lifelines"],
];

function completeKeyword(before: string): Completion | undefined {
  const line = /^\s*([A-Za-z]*)$/.exec(before);
  if (!line) return undefined;
  const offers = keywords.map(([text, detail]): Offer => ({ text, kind: "word", detail }));
  return { from: before.length - (line[1] ?? "").length, offers };
}

const keys: Readonly<
  Record<"top" | "layers" | "faults" | "choices" | "budget", readonly (readonly [string, string])[]>
> = {
  top: [
    ["title", "the chapter's title"],
    ["summary", "one sentence"],
    ["type", "chapter or walkthrough"],
    ["layers", "parts that can fail"],
    ["faults", "their failures"],
    ["choices", "conditions shared by several forks"],
    ["budget", "stated total and client timeout"],
    ["order", "in index.md: chapters in order"],
  ],
  layers: [
    ["name", "as readers see it"],
    ["kind", layerKinds.join(", ")],
    ["participants", "lifelines it covers, by id or label"],
  ],
  faults: [
    ["layer", "which part fails"],
    ["title", "as readers see it"],
    ["kind", faultKinds.join(", ")],
    ["then", "fail or continue"],
    ["share", "1/3, 30% or some"],
    ["status", "the answer's status"],
    ["added", "time, for slow and rerouted"],
    ["factor", "how many times slower"],
    ["when", "choice=branch"],
    ["user sees", "the symptom"],
    ["recovery", "what to do"],
    ["check", "how to make sure"],
  ],
  choices: [
    ["title", "as readers see it"],
    ["branches", "id: [conditions]"],
    ["default", "taken when nobody chooses"],
  ],
  budget: [
    ["total", "such as 220–310 ms"],
    ["client timeout", "such as 5 s"],
  ],
};

function completeKey(before: string): Completion | undefined {
  const kind = /\bkind:\s*([\w-]*)$/.exec(before);
  if (kind) {
    return { from: before.length - (kind[1] ?? "").length, offers: [...layerKinds, ...faultKinds].map(word) };
  }
  const top = /^([a-z ]*)$/i.exec(before);
  if (top && !before.startsWith(" ")) return { from: 0, offers: keys.top.map(offerKey) };
  const nested = /(?:^\s+|[{,]\s*)([a-z ]*)$/i.exec(before);
  if (!nested) return undefined;
  const typed = (nested[1] ?? "").trimStart();
  const unique = new Map([...keys.layers, ...keys.faults, ...keys.choices, ...keys.budget].map((key) => [key[0], key]));
  return { from: before.length - typed.length, offers: [...unique.values()].map(offerKey) };
}

const word = (text: string): Offer => ({ text, kind: "word" });
const offerKey = ([key, detail]: readonly [string, string]): Offer => ({ text: `${key}: `, kind: "key", detail });
const offerLayer = ({ id, name }: Vocabulary["layers"][number]): Offer => ({ text: id, kind: "layer", detail: name });
const offerParticipant = ({ id, label }: Vocabulary["participants"][number]): Offer => ({
  text: id,
  kind: "participant",
  detail: label.replace(/\n/g, " "),
});
