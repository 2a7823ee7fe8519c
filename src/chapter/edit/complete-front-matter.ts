import { faultKinds } from "../../model/fault.ts";
import { layerKinds } from "../../model/layer.ts";
import { type Completion, type Offer, offerLayer, offerParticipant, type Vocabulary, word } from "./complete.ts";
import { keysAt } from "./front-matter-help.ts";
import { type FrontMatterPlace, placeInFrontMatter } from "./front-matter-place.ts";

/** What could be typed at the end of `text`, the front matter up to the cursor. */
export function completeFrontMatter(text: string, known: Vocabulary): Completion | undefined {
  const before = text.slice(text.lastIndexOf("\n") + 1);
  if (before.endsWith(":")) return undefined;
  const place = placeInFrontMatter(text);
  const offers = place.key === undefined ? keyOffers(place.path, known) : valueOffers(place, known);
  return offers.length === 0 ? undefined : { from: before.length - place.typed.length, offers };
}

function keyOffers(path: readonly string[], known: Vocabulary): readonly Offer[] {
  const keys = keysAt(path).map(([key, detail]): Offer => ({ text: `${key}: `, kind: "key", detail }));
  const [first, second, third] = path;
  if (path.length === 1) {
    // What the chapter has already can be said more of under its own id.
    if (first === "layers") return known.layers.map(({ id, name }) => named(id, "layer", name));
    if (first === "faults") return known.faults.map(({ id, title }) => named(id, "failure", title));
    if (first === "choices") return known.choices.map(({ id, title }) => named(id, "key", title));
    if (first === "budget") return [...keys, ...known.scenarios.map(({ id, title }) => named(id, "key", title))];
  }
  if (first === "choices" && third === "branches") {
    return branchesOf(second, known).map(({ id, text }) => named(id, "key", text));
  }
  return keys;
}

const named = (id: string, kind: Offer["kind"], detail: string): Offer => ({ text: `${id}: `, kind, detail });

function valueOffers({ path: [first, second], key }: FrontMatterPlace, known: Vocabulary): readonly Offer[] {
  if (first === undefined) return key === "type" ? ["chapter", "walkthrough"].map(word) : [];
  if (first === "layers") {
    if (key === "kind") return layerKinds.map(word);
    return key === "participants" ? known.participants.map(offerParticipant) : [];
  }
  if (first === "choices") {
    return key === "default" ? branchesOf(second, known).map(({ id, text }) => ({ ...word(id), detail: text })) : [];
  }
  if (first === "budget") return budgetValues.get(key)?.map(word) ?? [];
  if (first !== "faults") return [];
  if (key === "layer") return known.layers.map(offerLayer);
  if (key === "kind") return faultKinds.map(word);
  if (key === "when") {
    return known.choices.flatMap(({ id, branches }) =>
      branches.map((branch) => ({ ...word(`${id}=${branch.id}`), detail: branch.text })),
    );
  }
  return faultValues.get(key)?.map(word) ?? [];
}

const faultValues: ReadonlyMap<string | undefined, readonly string[]> = new Map([
  ["then", ["fail", "continue"]],
  ["share", ["some", "1/3", "30%"]],
  ["status", ["500", "502", "503", "504"]],
  ["added", ["200 ms", "2 s"]],
  ["factor", ["2", "10"]],
]);

const budgetValues: ReadonlyMap<string | undefined, readonly string[]> = new Map([
  ["total", ["220–310 ms"]],
  ["client timeout", ["5 s", "30 s"]],
]);

function branchesOf(id: string | undefined, known: Vocabulary): Vocabulary["choices"][number]["branches"] {
  return known.choices.find((choice) => choice.id === id)?.branches ?? [];
}
