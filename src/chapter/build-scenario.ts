import type { Diagram, DiagramMessage, Directive, Statement } from "../model/diagram.ts";
import type { Span } from "../model/place.ts";
import type { Prose } from "../model/prose.ts";
import type { Message, Step } from "../model/step.ts";
import { readLatencyText } from "./latency/read-cases.ts";
import type { Lifeline } from "./lifelines/unify-lifelines.ts";
import { unifyLifelines } from "./lifelines/unify-lifelines.ts";
import type { ProblemList } from "./problem-list.ts";
import type { HopDraft, ScenarioDraft } from "./scenario-draft.ts";
import { buildSteps, mapMessages } from "./steps/build-steps.ts";
import type { ChoiceBook } from "./steps/choice-book.ts";
import { findHops } from "./steps/find-hops.ts";
import { checkDirectives, readDirectives } from "./steps/read-directives.ts";
import { readFigure } from "./steps/read-figure.ts";
import type { FenceContext, StepContext } from "./steps/step-context.ts";
import type { LayerBook } from "./system/layer-book.ts";
import type { StatedLatency } from "./tables/find-totals.ts";

/** A hop's material, from whatever form the chapter has. */
export interface HopSource {
  readonly title?: string;
  readonly diagrams: readonly Diagram[];
  readonly stated: readonly StatedLatency[];
  /** From HTML comments. */
  readonly directives: readonly Directive[];
  readonly notes: Prose;
  readonly span: Span;
}

export interface ScenarioSource {
  readonly title: string;
  readonly id: string;
  readonly hops: readonly HopSource[];
  /** True when the only hop is a diagram whose legs are to be found. */
  readonly findLegs: boolean;
  readonly notes: Prose;
  readonly span: Span;
}

export interface ChapterContext {
  readonly problems: ProblemList;
  readonly layers: LayerBook;
  readonly findFault: StepContext["findFault"];
  readonly faultNames: StepContext["faultNames"];
  /** Fences so far in the chapter. */
  fences: number;
}

function shortLabel(lifeline: Lifeline | undefined, id: string): string {
  const label = (lifeline?.label ?? id).split("\n", 1)[0] ?? id;
  return label.replace(/\s*\([^()]*\)\s*/g, " ").trim() || id;
}

function firstMessage(statements: readonly Statement[]): DiagramMessage | undefined {
  for (const each of statements) {
    const found =
      each.kind === "message"
        ? each
        : each.kind === "block"
          ? each.branches.map((branch) => firstMessage(branch.statements)).find(Boolean)
          : undefined;
    if (found) return found;
  }
  return undefined;
}

function titleOfLeg(diagram: Diagram | undefined, keyed: ReadonlyMap<string, Lifeline>): string {
  const first = diagram && firstMessage(diagram.statements);
  return first
    ? `${shortLabel(keyed.get(first.from), first.from)} → ${shortLabel(keyed.get(first.to), first.to)}`
    : "Notes";
}

/** A leg's extent: from its first statement to the end of its last. */
function spanOfStatements(statements: readonly Statement[], fallback: Span): Span {
  const first = statements[0]?.span ?? fallback;
  return { ...first, end: statements.at(-1)?.span.end ?? first.end };
}

function layersOf(lifelines: readonly Lifeline[], layers: LayerBook): ScenarioDraft["layerOf"] {
  const layerOf: ScenarioDraft["layerOf"] = new Map();
  for (const lifeline of lifelines) {
    const word = lifeline.layerWord;
    const names = [lifeline.key, ...lifeline.ids, lifeline.label, ...lifeline.namings.map((naming) => naming.label)];
    const layer = word
      ? layers.named(word.text, word.span.line, shortLabel(lifeline, lifeline.key))
      : layers.covering(names);
    if (layer !== undefined) layerOf.set(lifeline, layer);
  }
  return layerOf;
}

/** What an HTML comment says of the whole hop, given to its messages. */
function applyToHop(
  steps: readonly Step[],
  directives: readonly Directive[],
  context: StepContext,
): { steps: readonly Step[]; figure: HopDraft["figure"] } {
  if (directives.length === 0) return { steps, figure: undefined };
  const said = readDirectives(directives, "hop", context);
  let calls = 0;
  const change = (message: Message): Message => {
    const crosses = message.from !== message.to;
    const isFirstCall = crosses && calls++ === 0;
    return {
      ...message,
      via: crosses ? [...said.via, ...message.via] : message.via,
      async: message.async || said.async,
      on: [...message.on, ...said.on],
      ...(isFirstCall && said.timeout !== undefined && message.timeout === undefined ? { timeout: said.timeout } : {}),
      ...(isFirstCall && said.retry !== undefined && message.retry === undefined ? { retry: said.retry } : {}),
    };
  };
  const plain =
    said.via.length === 0 &&
    !said.async &&
    said.on.length === 0 &&
    said.timeout === undefined &&
    said.retry === undefined;
  return { steps: plain ? steps : mapMessages(steps, change), figure: said.figure };
}

function readStated(stated: readonly StatedLatency[]): HopDraft["stated"] {
  for (const each of stated) {
    const read = readLatencyText(each.text);
    if (read.kind === "read") return { cases: read.cases.map(({ latency }) => latency), span: each.span };
  }
  return undefined;
}

/** One scenario from its hops' diagrams: lifelines unified, steps resolved, figures read. */
export function buildScenario(source: ScenarioSource, choices: ChoiceBook, chapter: ChapterContext): ScenarioDraft {
  const { problems, layers } = chapter;
  const diagrams = source.hops.flatMap((hop) => hop.diagrams);
  const { lifelines, byFence } = unifyLifelines(diagrams, problems);
  for (const diagram of diagrams) {
    for (const participant of diagram.participants) checkDirectives(participant.directives, "participant", problems);
  }
  const layerOf = layersOf(lifelines, layers);
  const context: StepContext = { ...chapter, choices, messages: 0, inHop: 0 };
  const hops: HopDraft[] = [];
  let diagramIndex = 0;

  for (const hop of source.hops) {
    const fences = hop.diagrams.map((diagram) => {
      const keyed = byFence[diagramIndex++] ?? new Map<string, Lifeline>();
      chapter.fences += 1;
      const fence: FenceContext = { fence: chapter.fences, keyOf: (id) => keyed.get(id)?.key ?? id };
      return { diagram, keyed, fence };
    });
    const used = [...new Set(fences.flatMap((each) => [...each.keyed.values()]))];
    const first = fences[0];
    if (source.findLegs && first) {
      const found = findHops(first.diagram.statements);
      const whole = found.length === 1;
      for (const [index, leg] of found.entries()) {
        context.inHop = 0;
        const statements =
          index === found.length - 1 ? withRest(leg.statements, first.diagram.statements) : leg.statements;
        const steps = buildSteps(statements, first.fence, context);
        const title = leg.back
          ? `Back to ${shortLabel(first.keyed.get(leg.to), leg.to)}`
          : `${shortLabel(first.keyed.get(leg.from), leg.from)} → ${shortLabel(first.keyed.get(leg.to), leg.to)}`;
        const applied = applyToHop(steps, whole ? hop.directives : [], context);
        const stated = whole ? hop.stated : [];
        hops.push(
          withFigure(
            {
              n: hops.length + 1,
              title,
              steps: applied.steps,
              notes: index === 0 ? hop.notes : [],
              found: true,
              lifelines: used,
              span: spanOfStatements(leg.statements, hop.span),
            },
            applied.figure,
            stated,
            choices,
            problems,
          ),
        );
      }
      if (!whole && hop.directives.length > 0) reportHomeless(hop.directives, problems);
      if (found.length === 0) {
        const steps = buildSteps(first.diagram.statements, first.fence, context);
        hops.push({ n: 1, title: source.title, steps, notes: hop.notes, found: true, lifelines: used, span: hop.span });
      }
      continue;
    }
    context.inHop = 0;
    const built = fences.flatMap(({ diagram, fence }) => buildSteps(diagram.statements, fence, context));
    const { steps, figure } = applyToHop(built, hop.directives, context);
    const title = hop.title ?? first?.diagram.title ?? titleOfLeg(first?.diagram, first?.keyed ?? new Map());
    hops.push(
      withFigure(
        { n: hops.length + 1, title, steps, notes: hop.notes, lifelines: used, span: hop.span },
        figure,
        hop.stated,
        choices,
        problems,
      ),
    );
  }
  return {
    id: source.id,
    title: source.title,
    file: problems.file,
    lifelines,
    layerOf,
    hops,
    choices,
    notes: source.notes,
    span: source.span,
  };
}

/** Statements behind the last message (activations, notes) belong to the last leg. */
function withRest(leg: readonly Statement[], all: readonly Statement[]): readonly Statement[] {
  const last = leg.at(-1);
  const index = last ? all.indexOf(last) : -1;
  return index < 0 ? leg : [...leg, ...all.slice(index + 1)];
}

function reportHomeless(directives: readonly Directive[], problems: ProblemList): void {
  for (const directive of directives) {
    const text = `@${directive.name} stands outside of the diagram, whose hops were found from its arrows: it cannot say which hop it means. Put it into the diagram as \`%% @${directive.name} …\`.`;
    problems.add("warning", "directive/homeless", text, directive.span);
  }
}

function withFigure(
  hop: HopDraft,
  figure: HopDraft["figure"],
  stated: readonly StatedLatency[],
  choices: ChoiceBook,
  problems: ProblemList,
): HopDraft {
  const said = stated[0];
  const own = figure ?? (said ? readFigure(said.text, said.span, choices, problems) : undefined);
  const comparable = readStated(stated);
  return {
    ...hop,
    ...(own ? { figure: own, figureFrom: "hop" as const } : {}),
    ...(comparable ? { stated: comparable } : {}),
  };
}
