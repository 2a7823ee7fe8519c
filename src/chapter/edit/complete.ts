import { directiveHelp } from "./directive-help.ts";

/** What the chapter already has, to be offered again. */
export interface Vocabulary {
  readonly participants: readonly { readonly id: string; readonly label: string }[];
  readonly layers: readonly { readonly id: string; readonly name: string }[];
  readonly faults: readonly { readonly id: string; readonly title: string }[];
  readonly choices: readonly {
    readonly id: string;
    readonly title: string;
    readonly branches: readonly { readonly id: string; readonly text: string }[];
  }[];
  readonly scenarios: readonly { readonly id: string; readonly title: string }[];
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

export type Surroundings = "diagram" | "prose";

/** What could be typed at the end of `before`, the line up to the cursor. Undefined where nothing can be offered. */
export function completeLine(before: string, where: Surroundings, known: Vocabulary): Completion | undefined {
  const directive = completeDirective(before, where, known);
  if (directive || where === "prose") return directive;
  return completeParticipant(before, known) ?? completeLineStart(before, known);
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
  const branches = known.choices.flatMap((choice) => choice.branches.map(({ text: branch }) => branch));
  const takes = [...new Set(branches)].map((branch) => word(`take "${branch}"`));
  return {
    from: before.length - action.length,
    offers: [...["continue", "fail", "fail 502", "+200 ms", "×10"].map(word), ...takes],
  };
}

/** A name is wanted behind an arrow, and behind the words that speak of a lifeline. */
function completeParticipant(before: string, known: Vocabulary): Completion | undefined {
  const arrow = /^\s*[^\s:%][^:%]*?(?:<<)?[-/\\|]{1,3}(?:>>|>|\)|x|\||\\\\|\/\/)[+-]?\s*([\p{L}\p{N}\p{M}_.-]*)$/u.exec(
    before,
  );
  const spoken =
    /^\s*(?:activate|deactivate|destroy|links?|properties|details|note (?:left of|right of|over)(?:\s+[^:]*,)?)\s+([\p{L}\p{N}\p{M}_.-]*)$/iu.exec(
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

/** A line begins with a word of the grammar, or with who sends: the latter first, since most lines are messages. */
function completeLineStart(before: string, known: Vocabulary): Completion | undefined {
  const typed = /^\s*([\p{L}\p{N}\p{M}_.-]*)$/u.exec(before)?.[1];
  if (typed === undefined) return undefined;
  const words = keywords.map(([text, detail]): Offer => ({ text, kind: "word", detail }));
  return { from: before.length - typed.length, offers: [...known.participants.map(offerParticipant), ...words] };
}

export const word = (text: string): Offer => ({ text, kind: "word" });
export const offerLayer = ({ id, name }: Vocabulary["layers"][number]): Offer => ({
  text: id,
  kind: "layer",
  detail: name,
});
export const offerParticipant = ({ id, label }: Vocabulary["participants"][number]): Offer => ({
  text: id,
  kind: "participant",
  detail: label.replace(/\n/g, " "),
});
