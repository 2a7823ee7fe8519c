import * as v from "valibot";
import { faultKinds } from "../../model/fault.ts";
import { layerKinds } from "../../model/layer.ts";

/** What YAML makes of a word: `404` and `yes` are words too where words are meant. */
const words = v.union([v.string(), v.number(), v.boolean()]);
const describe = <T extends v.GenericSchema>(schema: T, text: string) => v.pipe(schema, v.description(text));

export const layerSchema = v.strictObject({
  name: v.optional(describe(words, "What readers call it; the id when left out.")),
  kind: v.optional(describe(v.picklist(layerKinds), "What sort of part it is.")),
  participants: v.optional(
    describe(
      v.union([words, v.array(words)]),
      "Lifelines it covers, by Mermaid id or label, besides those with @layer.",
    ),
  ),
});

export const faultSchema = v.strictObject({
  title: v.optional(describe(words, "What breaks, such as “Redis down”.")),
  layer: v.optional(describe(words, "Id of the layer that fails.")),
  kind: v.optional(describe(v.picklist(faultKinds), "How it fails.")),
  then: v.optional(describe(v.picklist(["fail", "continue"]), "Whether the request goes on without it.")),
  share: v.optional(
    describe(v.union([v.string(), v.number()]), "The part of the requests it touches: 1/3, 30%, 0.5 or some."),
  ),
  status: v.optional(
    describe(v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(599)), "The HTTP status the client receives."),
  ),
  added: v.optional(describe(v.string(), "Time that a slow or rerouted message takes longer, such as 200 ms.")),
  factor: v.optional(describe(v.pipe(v.number(), v.minValue(1)), "What a slow message's time is multiplied by.")),
  when: v.optional(describe(v.string(), "choice=branch: it bites only there.")),
  "user sees": v.optional(describe(words, "What a user notices.")),
  recovery: v.optional(describe(words, "What brings it back.")),
  check: v.optional(describe(words, "How to find out whether it is this.")),
});

export const choiceSchema = v.strictObject({
  title: v.optional(describe(words, "What is decided; the id when left out.")),
  branches: describe(
    v.union([v.array(words), v.record(v.string(), v.union([words, v.array(words)]))]),
    "A list of conditions, or branch id → the conditions' texts as they stand in diagrams and latencies.",
  ),
  default: v.optional(describe(words, "The branch taken when nobody chooses; the first when left out.")),
});

export const budgetSchema = v.strictObject({
  total: v.optional(describe(v.string(), "The total the chapter states, such as 220–310 ms.")),
  "client timeout": v.optional(describe(v.string(), "How long the client waits, such as 5 s.")),
});

/** Top-level keys of other tools (layout, tags, …) are theirs and stay as they are. */
export const frontMatterSchema = v.pipe(
  v.looseObject({
    title: v.optional(describe(words, "The chapter's or library's title.")),
    summary: v.optional(describe(words, "One sentence.")),
    type: v.optional(describe(v.picklist(["chapter", "walkthrough"]), "A walkthrough is an incident review.")),
    order: v.optional(describe(v.array(words), "Order of the chapters, in index.md: file names without ending.")),
    layers: v.optional(describe(v.record(v.string(), v.union([v.null(), words, layerSchema])), "Layer id → layer.")),
    faults: v.optional(describe(v.record(v.string(), faultSchema), "Failure id (the slug of its title) → failure.")),
    choices: v.optional(describe(v.record(v.string(), choiceSchema), "Choices that several hops or scenarios share.")),
    budget: v.optional(
      describe(
        v.union([budgetSchema, v.record(v.string(), budgetSchema)]),
        "The scenario's budget, or scenario id → budget.",
      ),
    ),
  }),
  v.title("Front matter of a Hopwise chapter"),
);
