import type { Layer } from "../model/layer.ts";
import type { Participant } from "../model/participant.ts";
import type { Scenario } from "../model/scenario.ts";
import { kindByName } from "./lifelines/kinds.ts";
import type { Lifeline } from "./lifelines/unify-lifelines.ts";
import type { ScenarioDraft } from "./scenario-draft.ts";

function finishParticipant(
  lifeline: Lifeline,
  scenario: ScenarioDraft,
  layers: ReadonlyMap<string, Layer>,
): Participant {
  const layer = scenario.layerOf.get(lifeline);
  const said = layer === undefined ? undefined : layers.get(layer)?.kind;
  const guessed =
    said ?? kindByName(lifeline.label, lifeline.key) ?? (lifeline.shape === "actor" ? "client" : undefined);
  return {
    key: lifeline.key,
    ids: lifeline.ids,
    label: lifeline.label,
    shape: lifeline.shape,
    ...(layer === undefined ? {} : { layer }),
    ...(guessed === undefined ? {} : { kind: guessed }),
    ...(guessed !== undefined && said === undefined ? { kindInferred: true } : {}),
    ...(lifeline.place === undefined ? {} : { place: lifeline.place.text }),
    ...(lifeline.box === undefined ? {} : { box: lifeline.box }),
    span: lifeline.span,
  };
}

/** The scenario as the rest of the product reads it, once its layers are known. */
export function finishScenario(draft: ScenarioDraft, layers: readonly Layer[]): Scenario {
  const byId = new Map(layers.map((layer) => [layer.id, layer]));
  return {
    id: draft.id,
    title: draft.title,
    file: draft.file,
    participants: draft.lifelines.map((lifeline) => finishParticipant(lifeline, draft, byId)),
    hops: draft.hops.map(({ lifelines: _lifelines, stated: _stated, row: _row, ...hop }) => hop),
    choices: draft.choices.all(),
    ...(draft.budget ? { budget: draft.budget } : {}),
    notes: draft.notes,
    span: draft.span,
  };
}
