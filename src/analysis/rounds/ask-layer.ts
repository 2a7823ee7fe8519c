import { shuffle } from "../../lib/shuffle.ts";
import type { System } from "../../model/chapter.ts";
import type { LayerId } from "../../model/ids.ts";
import type { Round, RoundCase } from "../../model/round.ts";
import { plainText, sameChoices, symptomOf } from "./compare-cases.ts";

const optionsAtMost = 4;

/**
 * Which layer broke? The failure is hidden; only its symptom is told, so a layer whose own failure would look the same
 * is no option: there is one right answer or the question is not asked.
 */
export function askLayer(
  about: RoundCase,
  all: readonly RoundCase[],
  system: System,
  random: () => number,
): Round | undefined {
  const { layer } = about;
  if (layer === undefined || about.outcome === "ok") return undefined;
  if (about.userSees === undefined && about.status === undefined) return undefined;
  const here = all.filter((other) => sameChoices(other, about));
  const alike = new Set(here.filter((other) => symptomOf(other) === symptomOf(about)).map((other) => other.layer));
  const failing = new Set(here.map((other) => other.layer));
  const symptom = plainText(about.userSees ?? "");
  const name = (id: LayerId): string => system.layers.find((each) => each.id === id)?.name ?? id;
  // A symptom that says the layer's name asks nothing.
  if (symptom.includes(plainText(name(layer)))) return undefined;
  // Layers that have a documented failure first: they are the ones worth telling apart.
  const others = shuffle(
    about.met.filter((id) => id !== layer && !alike.has(id)),
    random,
  ).sort((a, b) => Number(failing.has(b)) - Number(failing.has(a)));
  const chosen: LayerId[] = [layer];
  for (const id of others) {
    if (chosen.length === optionsAtMost) break;
    if (!chosen.some((known) => name(known).toLowerCase() === name(id).toLowerCase())) chosen.push(id);
  }
  if (chosen.length < 2) return undefined;
  // In the order in which the request meets them, as in the layers rail: the place says nothing about the answer.
  const options = chosen
    .sort((a, b) => about.met.indexOf(a) - about.met.indexOf(b))
    .map((id) => ({ id, text: name(id) }));
  return { kind: "layer", about, options, right: layer };
}
