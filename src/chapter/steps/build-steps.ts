import { assertNever } from "../../lib/assert.ts";
import type { DiagramBlock, DiagramMessage, Statement } from "../../model/diagram.ts";
import type { Block, Branch, Message, Step } from "../../model/step.ts";
import { makeSlugger } from "../slug.ts";
import type { ChoiceUse } from "./choice-book.ts";
import { checkDirectives, readDirectives } from "./read-directives.ts";
import type { FenceContext, StepContext } from "./step-context.ts";

/** A fence's statements as steps of a hop: lifelines, layers, choices and faults resolved. */
export function buildSteps(statements: readonly Statement[], fence: FenceContext, context: StepContext): Step[] {
  return statements.flatMap((statement) => buildStep(statement, fence, context) ?? []);
}

function buildStep(statement: Statement, fence: FenceContext, context: StepContext): Step | undefined {
  switch (statement.kind) {
    case "message":
      return buildMessage(statement, fence, context);
    case "block":
      return buildBlock(statement, fence, context);
    case "note":
      checkDirectives(statement.directives, "note", context.problems);
      return {
        kind: "note",
        position: statement.position,
        over: statement.over.map((id) => fence.keyOf(id)),
        overIds: statement.over,
        text: statement.text,
        span: statement.span,
      };
    case "activation":
      return {
        kind: "activation",
        participant: fence.keyOf(statement.id),
        active: statement.active,
        span: statement.span,
      };
    case "destroy":
      return { kind: "lifecycle", participant: fence.keyOf(statement.id), change: "destroy", span: statement.span };
    case "declaration":
      return statement.create
        ? { kind: "lifecycle", participant: fence.keyOf(statement.id), change: "create", span: statement.span }
        : undefined;
    case "autonumber": {
      const { kind: _kind, ...numbering } = statement;
      return { kind: "numbering", ...numbering };
    }
    case "other":
      return undefined;
    default:
      return assertNever(statement);
  }
}

function buildMessage(message: DiagramMessage, fence: FenceContext, context: StepContext): Message {
  const said = readDirectives(message.directives, "message", context);
  context.messages += 1;
  context.inHop += 1;
  return {
    kind: "message",
    n: context.messages,
    inHop: context.inHop,
    from: fence.keyOf(message.from),
    to: fence.keyOf(message.to),
    fromId: message.from,
    toId: message.to,
    text: message.text,
    arrow: message.arrow,
    activates: message.activates,
    deactivates: message.deactivates,
    fence: fence.fence,
    ...(said.figure ? { figure: said.figure } : {}),
    via: said.via,
    // Mermaid's open arrow means that nobody waits for an answer.
    async: said.async || message.arrow.head === "open",
    effect: said.effect,
    ...(said.timeout === undefined ? {} : { timeout: said.timeout }),
    ...(said.retry === undefined ? {} : { retry: said.retry }),
    on: said.on,
    span: message.span,
  };
}

function choiceOf(block: DiagramBlock, context: StepContext, normally: boolean): ChoiceUse | undefined {
  const conditions = block.branches.map((branch) => branch.text);
  if (block.type === "alt") return context.choices.forAlt(conditions, block.span.line);
  if (block.type === "opt" || block.type === "break") {
    return context.choices.forSwitch(conditions[0] ?? "", block.span.line, normally);
  }
  return undefined;
}

function buildBlock(block: DiagramBlock, fence: FenceContext, context: StepContext): Block {
  const said = readDirectives(block.directives, "block", context);
  const normally = block.type === "opt" ? said.default?.toLowerCase() !== "no" : said.default?.toLowerCase() === "yes";
  const use = choiceOf(block, context, normally);
  const slug = makeSlugger();
  const branches = block.branches.map((branch, index): Branch => {
    const own = readDirectives(branch.directives, "branch", context);
    const id = use?.branches[index] ?? slug(branch.text || `${block.type}-${index + 1}`);
    // What stands before the block's first line speaks of its first branch too.
    const chance = own.chance ?? (index === 0 ? said.chance : undefined);
    const isDefault = own.default !== undefined || (index === 0 && said.default !== undefined);
    if (use && isDefault && block.type === "alt") context.choices.setDefault(use.choice, id);
    if (use && chance !== undefined) context.choices.setChance(use.choice, id, chance);
    return {
      id,
      text: branch.text,
      steps: buildSteps(branch.statements, fence, context),
      ...(chance === undefined ? {} : { chance }),
      span: branch.span,
    };
  });
  return {
    kind: "block",
    type: block.type,
    branches,
    ...(use ? { choice: use.choice } : {}),
    ...(said.figure ? { figure: said.figure } : {}),
    async: said.async,
    on: said.on,
    ...(block.overlaps ? { overlaps: true } : {}),
    ...(block.color === undefined ? {} : { color: block.color }),
    span: block.span,
  };
}

/** The same tree with every message changed. */
export function mapMessages(steps: readonly Step[], change: (message: Message) => Message): Step[] {
  return steps.map((step) => {
    if (step.kind === "message") return change(step);
    if (step.kind !== "block") return step;
    return {
      ...step,
      branches: step.branches.map((branch) => ({ ...branch, steps: mapMessages(branch.steps, change) })),
    };
  });
}
