import { branchWord } from "../../model/branch-word.ts";
import type {
  Diagram,
  DiagramBlock,
  DiagramMessage,
  DiagramNote,
  DiagramParticipant,
  Directive,
  Statement,
} from "../../model/diagram.ts";
import { decodeEntities } from "./entities.ts";

/**
 * The diagram as Mermaid text in its plainest form, two spaces of indent per level.
 * `parseSequence` reads it back to the same diagram but for spans, if the diagram came from text without errors.
 */
export function printSequence(diagram: Diagram): string {
  const participants = new Map(diagram.participants.map((participant) => [participant.id, participant]));
  const lines: string[] = [];
  const [first] = diagram.statements;
  const frontMatter = first?.kind === "other" && first.text.trimStart().startsWith("---") ? first : undefined;
  if (frontMatter !== undefined) lines.push(frontMatter.text);
  lines.push("sequenceDiagram");
  const directed = new Set<string>();
  // A stack of its own, since blocks may nest deeper than calls can.
  const work: Work[] = diagram.statements.map((statement) => ({ statement, depth: 1 })).reverse();
  for (let item = work.pop(); item !== undefined; item = work.pop()) {
    const indent = "  ".repeat(Math.min(item.depth, 50));
    if (item.line !== undefined) {
      lines.push(indent + item.line);
      continue;
    }
    const { statement, depth } = item;
    if (statement === undefined || statement === frontMatter) continue;
    if (statement.kind === "block") {
      work.push(...unfoldBlock(statement, depth).reverse());
      continue;
    }
    for (const directive of getDirectives(statement, participants, directed))
      lines.push(indent + printDirective(directive));
    lines.push(indent + printStatement(statement, participants));
  }
  return `${lines.join("\n")}\n`;
}

/** A line to print, or a statement to unfold first. */
interface Work {
  readonly depth: number;
  readonly line?: string;
  readonly statement?: Statement;
}

function unfoldBlock(block: DiagramBlock, depth: number): Work[] {
  const { type } = block;
  const work: Work[] = block.directives.map((directive) => ({ depth, line: printDirective(directive) }));
  block.branches.forEach((branch, index) => {
    const word = index > 0 ? branchWord(type) : block.overlaps ? "par_over" : type;
    const text = type === "rect" ? (block.color ?? "") : branch.text;
    for (const directive of branch.directives) work.push({ depth, line: printDirective(directive) });
    work.push({ depth, line: `${word} ${printText(text)}`.trimEnd() });
    for (const statement of branch.statements) work.push({ depth: depth + 1, statement });
  });
  work.push({ depth, line: "end" });
  return work;
}

type Participants = ReadonlyMap<string, DiagramParticipant>;

/** A participant's directives stand before its first declaration. */
function getDirectives(statement: Statement, participants: Participants, directed: Set<string>): readonly Directive[] {
  if (statement.kind === "message" || statement.kind === "note") return statement.directives;
  if (statement.kind !== "declaration" || directed.has(statement.id)) return [];
  directed.add(statement.id);
  return participants.get(statement.id)?.directives ?? [];
}

function printDirective(directive: Directive): string {
  return `%% @${directive.name} ${directive.text}`.trimEnd();
}

function printStatement(statement: Exclude<Statement, DiagramBlock>, participants: Participants): string {
  switch (statement.kind) {
    case "message":
      return printMessage(statement);
    case "note":
      return printNote(statement);
    case "declaration":
      return printDeclaration(statement.id, statement.create, participants.get(statement.id));
    case "activation":
      return `${statement.active ? "activate" : "deactivate"} ${statement.id}`;
    case "destroy":
      return `destroy ${statement.id}`;
    case "autonumber": {
      if (!statement.on) return "autonumber off";
      return ["autonumber", statement.start, statement.step].filter((part) => part !== undefined).join(" ");
    }
    case "other":
      return statement.text;
  }
}

function printMessage(message: DiagramMessage): string {
  const { from, to, arrow } = message;
  // Next to a slash or bracket an arrow could be taken for the name's; next to a number a blank is not allowed.
  const gap = /[/\\|()]/.test(from) ? " " : "";
  const sign = message.activates ? "+" : message.deactivates ? "-" : "";
  const signGap = sign === "-" && /^x/i.test(to) ? " " : "";
  const circled = (arrow.centralFrom ? "()" : "") + arrow.token + (arrow.centralTo ? "()" : "");
  return `${from}${gap}${circled}${sign}${signGap}${to}:${printLabel(message, `${from}${to}`)}`;
}

function printNote(note: DiagramNote): string {
  const place = note.position === "over" ? "over" : `${note.position} of`;
  return `Note ${place} ${note.over.join(",")}:${printLabel(note, note.over.join())}`;
}

function printDeclaration(id: string, create: boolean, participant: DiagramParticipant | undefined): string {
  const shape = participant?.shape ?? "participant";
  const word = shape === "actor" ? "actor" : "participant";
  const config = shape === word ? "" : `@{ "type": "${shape}" }`;
  const label = participant?.label ?? id;
  const alias = label === decodeEntities(id) ? "" : ` as ${printText(label)}`;
  return `${create ? "create " : ""}${word} ${id}${config}${alias}`;
}

function printLabel(label: { readonly text: string; readonly wrap?: boolean }, line: string): string {
  const marker = label.wrap === undefined ? "" : label.wrap ? "wrap:" : "nowrap:";
  const text = printText(label.text, line);
  return marker + text === "" ? "" : ` ${marker}${text}`;
}

/** Text that reads back as it is: what Mermaid would take for a sign is written as an entity. */
function printText(text: string, line = ""): string {
  let printed = text
    .replace(/[#;]|^\s|\s$|[^\P{Cc}\n\t]|<(?=\/?br\s*\/?>)|"(?<==")|(?<=%%)\{/gu, (char) =>
      char === "\n" ? char : `#${char.codePointAt(0)};`,
    )
    .replace(/^(:?(?:no)?wrap):/, "$1#58;");
  if (printed.includes("#") && /style|classDef/.test(line + printed)) printed = printed.replaceAll(":", "#58;");
  return printed.replaceAll("\n", "<br/>");
}
