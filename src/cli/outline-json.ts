import { decideByReader, pickLatency } from "../model/condition.ts";
import type { Fault } from "../model/fault.ts";
import type { Hop } from "../model/hop.ts";
import type { Figure } from "../model/latency.ts";
import { messagesIn, stepsIn } from "../model/messages-in.ts";
import type { Problem } from "../model/problem.ts";
import type { Scenario } from "../model/scenario.ts";
import type { Step } from "../model/step.ts";
import type { Loaded } from "./load-library.ts";

/** What `outline --json` prints (scenarios/FORMAT.md, "What the command prints"). */
export function outlineJson(loaded: readonly Loaded[]): object {
  const [first] = loaded;
  const [chapter] = first?.chapters ?? [];
  const alone = loaded.length === 1 && first?.chapters.length === 1 && chapter !== undefined;
  return {
    title: alone ? chapter.title : (first?.library.title ?? ""),
    scenarios: loaded.flatMap(({ chapters }) => chapters.flatMap(({ scenarios }) => scenarios.map(scenarioJson))),
    layers: loaded.flatMap(({ library }) =>
      library.system.layers.map(({ id, name, kind }) => given({ id, name, kind })),
    ),
    faults: loaded.flatMap(({ library }) => library.system.faults.map(faultJson)),
    problems: loaded.flatMap(({ problems }) => problems.map(problemJson)),
  };
}

export function problemJson({ severity, code, message, file, line, column, fix }: Problem): object {
  return given({ severity, code, message, file, line, column, fix });
}

function scenarioJson(scenario: Scenario): object {
  const decided = decideByReader(scenario.choices, {});
  const range = (figure: Figure | undefined) => {
    const latency = figure && pickLatency(figure, decided);
    return latency && { min: latency.min, max: latency.max };
  };
  const { budget } = scenario;
  return given({
    id: scenario.id,
    title: scenario.title,
    participants: scenario.participants.map(({ key, ids, label, layer }) => given({ key, ids, label, layer })),
    hops: scenario.hops.map((hop) =>
      given({ n: hop.n, title: hop.title, latency: range(hop.figure), messages: messagesOf(hop) }),
    ),
    notes: scenario.hops.flatMap(({ steps }) => notesOf(steps)),
    choices: scenario.choices.map(({ id, title, branches, default: usual }) => ({
      id,
      condition: title,
      branches: branches.map(({ text }) => text),
      default: branches.find((branch) => branch.id === usual)?.text ?? usual,
    })),
    budget:
      budget &&
      given({
        rows: budget.rows.map(({ label, figure, hop, line }) => given({ label, latency: range(figure), hop, line })),
        stated: budget.stated && { min: budget.stated.min, max: budget.stated.max },
      }),
  });
}

function messagesOf({ steps }: Hop): object[] {
  return messagesIn(steps).map(({ n, fromId, toId, text, arrow, span }) => {
    return { n, from: fromId, to: toId, text, arrow: arrow.token, line: span.line };
  });
}

function notesOf(steps: readonly Step[]): object[] {
  return [...stepsIn(steps)].flatMap((step) =>
    step.kind === "note" ? [{ text: step.text, over: step.overIds, line: step.span.line }] : [],
  );
}

function faultJson(fault: Fault): object {
  const { id, title, layer, kind, then, status, userSees, recovery, check, inferred, line } = fault;
  const share = fault.share === "some" ? null : fault.share;
  return given({ id, title, layer, kind, then, share, status, userSees, recovery, check, inferred, line });
}

/** Without the fields that nobody gave. */
export function given(fields: Record<string, unknown>): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
