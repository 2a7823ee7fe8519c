import type { DiagramMessage, Statement } from "../../model/diagram.ts";

/** A leg found in a diagram without hop headings. */
export interface FoundHop {
  /** Mermaid ids of the two ends; `back` is the way back to the client. */
  readonly from: string;
  readonly to: string;
  readonly back: boolean;
  readonly statements: readonly Statement[];
}

function firstMessage(statements: readonly Statement[]): DiagramMessage | undefined {
  for (const statement of statements) {
    if (statement.kind === "message") return statement;
    if (statement.kind === "block") {
      const inside = firstMessage(statement.branches[0]?.statements ?? []);
      if (inside) return inside;
    }
  }
  return undefined;
}

/** Who holds the request: the client at the bottom, each call puts its receiver on top, an answer takes it off. */
class Holders {
  readonly stack: string[];
  constructor(client: string) {
    this.stack = [client];
  }
  get top(): string {
    return this.stack.at(-1) ?? "";
  }
  isAnswer(message: DiagramMessage): boolean {
    if (message.from === message.to || message.arrow.head === "open") return false;
    const goesBack = message.from === this.top && this.stack.lastIndexOf(message.to, -2) >= 0;
    return message.arrow.line === "dotted" || message.deactivates || (goesBack && message.to === this.stack.at(-2));
  }
  pass(message: DiagramMessage): void {
    if (message.from === message.to || message.arrow.head === "open") return;
    const sender = this.stack.lastIndexOf(message.from);
    if (this.isAnswer(message)) {
      const receiver = this.stack.lastIndexOf(message.to);
      if (receiver >= 0) this.stack.length = receiver + 1;
      return;
    }
    if (sender < 0) return;
    this.stack.length = sender + 1;
    this.stack.push(message.to);
  }
  passAll(statements: readonly Statement[]): void {
    for (const statement of statements) {
      if (statement.kind === "message") this.pass(statement);
      // A `break` is where the path would end: what is behind it goes on as if it were not there.
      if (statement.kind === "block" && statement.type !== "break")
        this.passAll(statement.branches[0]?.statements ?? []);
    }
  }
}

/**
 * One hop per request that leaves the participant holding the request; what surrounds it comes along. The run of
 * answers that brings the answer back over more than one leg is a hop of its own. Splits at the root only: a block
 * stays whole.
 */
export function findHops(statements: readonly Statement[]): FoundHop[] {
  const opening = firstMessage(statements);
  if (!opening) return [];
  const holders = new Holders(opening.from);
  const hops: { from: string; to: string; back: boolean; statements: Statement[] }[] = [];
  let lead: Statement[] = [];
  const backStart = findWayBack(statements);
  for (const [index, statement] of statements.entries()) {
    const message = statement.kind === "message" || statement.kind === "block" ? firstMessage([statement]) : undefined;
    const current = hops.at(-1);
    const startsBack = index === backStart && hops.length > 1;
    const isCall =
      message && message.from !== message.to && !holders.isAnswer(message) && message.arrow.head !== "open";
    const sends = isCall && (holders.stack.includes(message.from) || !current);
    const sameLeg = current && message && current.from === message.from && current.to === message.to && !current.back;
    if (startsBack) {
      hops.push({ from: message?.from ?? holders.top, to: opening.from, back: true, statements: [...lead, statement] });
      lead = [];
    } else if ((sends && !sameLeg) || (!current && message)) {
      hops.push({ from: message?.from ?? "", to: message?.to ?? "", back: false, statements: [...lead, statement] });
      lead = [];
    } else if (!current) lead.push(statement);
    else current.statements.push(statement);
    holders.passAll([statement]);
  }
  return hops;
}

/** Index of the answer with which the way back begins, behind the last leg's own answer. */
function findWayBack(statements: readonly Statement[]): number | undefined {
  const client = firstMessage(statements)?.from;
  const answers: number[] = [];
  for (let index = statements.length - 1; index >= 0; index--) {
    const statement = statements[index];
    if (!statement) break;
    if (statement.kind === "block") break;
    if (statement.kind !== "message" || statement.from === statement.to) continue;
    if (statement.arrow.line !== "dotted" && !statement.deactivates) break;
    answers.unshift(index);
  }
  const last = statements[answers.at(-1) ?? -1];
  if (last?.kind !== "message" || last.to !== client) return undefined;
  const first = answers[0] ?? 0;
  const answer = statements[first];
  const call = statements
    .slice(0, first)
    .findLast((each) => each.kind === "block" || (each.kind === "message" && each.from !== each.to));
  const answersLastLeg =
    call?.kind === "message" && answer?.kind === "message" && call.from === answer.to && call.to === answer.from;
  return answersLastLeg ? answers[1] : first;
}
