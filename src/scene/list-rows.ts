import type { Hop } from "../model/hop.ts";
import type { BranchId, ChoiceId, ParticipantKey } from "../model/ids.ts";
import type { Scenario } from "../model/scenario.ts";
import type { Block, Branch, Lifecycle, Message, Note, Step } from "../model/step.ts";
import type { Trace, TracedMessage } from "../model/trace.ts";
import { numberMessages } from "./number-messages.ts";

/** What stands on the stage from top to bottom, before anything has a size. */
export type StageRow =
  | { readonly kind: "hop"; readonly hop: Hop }
  | {
      readonly kind: "message";
      /** Stays the same when a failure is switched or the spacing changes. */
      readonly key: string;
      readonly hop: number;
      readonly traced: TracedMessage;
      /** By its arrow, `+` or `-`: the receiver becomes active, or the sender no longer is. */
      readonly activates: boolean;
      readonly deactivates: boolean;
      /** From `autonumber`. */
      readonly number: number | undefined;
      readonly wayBack: boolean;
      readonly creates: readonly ParticipantKey[];
      readonly destroys: readonly ParticipantKey[];
    }
  | { readonly kind: "note"; readonly note: Note; readonly quiet: boolean }
  | { readonly kind: "open"; readonly block: Block; readonly text: string; readonly keys: readonly ParticipantKey[] }
  | { readonly kind: "branch"; readonly block: Block; readonly text: string }
  | {
      readonly kind: "untaken";
      readonly block: Block;
      /** The condition of the branch that was not taken. */
      readonly text: string;
      readonly choice?: ChoiceId;
      readonly branch: BranchId;
      readonly keys: readonly ParticipantKey[];
    }
  | { readonly kind: "iteration"; readonly n: number; readonly of: number }
  | { readonly kind: "close" }
  | { readonly kind: "activation"; readonly participant: ParticipantKey; readonly active: boolean }
  | { readonly kind: "wayBack"; readonly hop: number };

const none: readonly ParticipantKey[] = [];

export type MessageRow = Extract<StageRow, { kind: "message" }>;

/**
 * Lines a run up in the order of the text: each hop's steps with what became of them, loops as often as they were
 * played, branches not taken as one line, and a failure's way back after the hop where it broke. No traced message is
 * left out, whatever the tree says. O(messages).
 */
export function listRows(scenario: Scenario, trace: Trace, focusHop: number | null): readonly StageRow[] {
  return new RowWriter(scenario, trace).write(focusHop);
}

class RowWriter {
  private readonly rows: StageRow[] = [];
  private readonly queues = new Map<number, TracedMessage[]>();
  private readonly numbers: ReadonlyMap<number, number>;
  private readonly taken = new Set<string>();
  private readonly decided = new Map<string, BranchId>();
  private readonly seen = new Map<number, number>();
  private written = new Set<number>();
  private pending: Lifecycle[] = [];
  private quiet = false;
  private readonly scenario: Scenario;
  private readonly trace: Trace;

  constructor(scenario: Scenario, trace: Trace) {
    this.scenario = scenario;
    this.trace = trace;
    this.numbers = numberMessages(scenario);
    for (const traced of trace.messages) {
      for (const entry of traced.blocks) this.taken.add(`${entry.block}:${entry.branch}`);
      if (traced.n === undefined) continue;
      const queue = this.queues.get(traced.n);
      if (queue) queue.push(traced);
      else this.queues.set(traced.n, [traced]);
    }
    for (const queue of this.queues.values()) queue.reverse();
    for (const decision of trace.decisions) this.decided.set(`${decision.line}:${decision.choice}`, decision.taken);
  }

  write(focusHop: number | null): readonly StageRow[] {
    const leftovers = this.groupByHop();
    for (const hop of this.scenario.hops) {
      if (focusHop !== null && hop.n !== focusHop) continue;
      this.rows.push({ kind: "hop", hop });
      this.pending = [];
      this.steps(hop.steps, hop.n);
      const shown = focusHop === null ? undefined : new Set(keysOf(hop.steps));
      this.rest(leftovers.get(hop.n) ?? [], hop.n, shown);
    }
    return this.rows;
  }

  private groupByHop(): Map<number, TracedMessage[]> {
    const groups = new Map<number, TracedMessage[]>();
    for (const traced of this.trace.messages) {
      const group = groups.get(traced.hop);
      if (group) group.push(traced);
      else groups.set(traced.hop, [traced]);
    }
    return groups;
  }

  /** What the tree did not place, then the way back; with a hop in focus, as far as it leads over its participants. */
  private rest(all: readonly TracedMessage[], hop: number, shown: ReadonlySet<ParticipantKey> | undefined): void {
    const left = all.filter((traced) => !this.written.has(traced.index));
    for (const traced of left) if (traced.backOver === undefined) this.traced(traced, undefined, hop, false);
    const isShown = (traced: TracedMessage) => !shown || (shown.has(traced.from) && shown.has(traced.to));
    const back = left.filter((traced) => traced.backOver !== undefined && isShown(traced));
    if (back.length === 0) return;
    this.rows.push({ kind: "wayBack", hop });
    for (const traced of back) this.traced(traced, undefined, hop, true);
  }

  private steps(steps: readonly Step[], hop: number): void {
    for (const step of steps) {
      switch (step.kind) {
        case "message":
          this.message(step, hop);
          break;
        case "note":
          this.rows.push({ kind: "note", note: step, quiet: this.quiet });
          break;
        case "block":
          this.block(step, hop);
          break;
        case "activation":
          this.rows.push({ kind: "activation", participant: step.participant, active: step.active });
          break;
        case "lifecycle":
          this.pending.push(step);
          break;
        case "numbering":
          break;
      }
    }
  }

  private message(message: Message, hop: number): void {
    const traced = this.queues.get(message.n)?.pop();
    if (!traced) return;
    this.traced(traced, message, hop, false);
    // Repeated attempts follow the message they repeat.
    for (let next = traced.index + 1; ; next++) {
      const more = this.trace.messages[next];
      if (more?.outcome !== "added" || more.backOver !== undefined || more.hop !== hop) break;
      this.traced(more, message, hop, false);
    }
  }

  private traced(traced: TracedMessage, message: Message | undefined, hop: number, wayBack: boolean): void {
    this.written.add(traced.index);
    const time = traced.n === undefined ? 0 : (this.seen.get(traced.n) ?? 0) + 1;
    if (traced.n !== undefined) this.seen.set(traced.n, time);
    const number = traced.n === undefined ? undefined : this.numbers.get(traced.n);
    const of = (change: Lifecycle["change"]) =>
      this.pending.filter((one) => one.change === change).map((one) => one.participant);
    this.quiet = traced.outcome === "neverReached" || traced.outcome === "skipped";
    this.rows.push({
      kind: "message",
      key: traced.n === undefined ? `added-${hop}-${traced.index}` : `${traced.n}-${time}`,
      hop,
      traced,
      activates: message?.activates === true,
      deactivates: message?.deactivates === true,
      number,
      wayBack,
      creates: this.pending.length === 0 ? none : of("create"),
      destroys: this.pending.length === 0 ? none : of("destroy"),
    });
    if (this.pending.length > 0) this.pending = [];
  }

  private block(block: Block, hop: number): void {
    const taken = block.branches.map((branch, index) => this.isTaken(block, branch, index));
    const first = block.branches.find((_, index) => taken[index]);
    if (!first) {
      for (const branch of block.branches) this.untaken(block, branch);
      return;
    }
    this.rows.push({ kind: "open", block, text: first.text, keys: keysOf(block.branches.flatMap((one) => one.steps)) });
    for (const [index, branch] of block.branches.entries()) {
      if (!taken[index]) {
        this.untaken(block, branch);
        continue;
      }
      if (branch !== first) this.rows.push({ kind: "branch", block, text: branch.text });
      if (block.type === "loop") this.loop(branch, hop);
      else this.steps(branch.steps, hop);
    }
    this.rows.push({ kind: "close" });
  }

  private loop(branch: Branch, hop: number): void {
    const numbers = messagesOf(branch.steps).map((message) => message.n);
    const direct = branch.steps.find((step): step is Message => step.kind === "message");
    const of = direct && this.next(direct.n)?.iteration?.of;
    let n = 0;
    do {
      n += 1;
      if (of !== undefined && of > 1) this.rows.push({ kind: "iteration", n, of });
      this.steps(branch.steps, hop);
    } while (n < (of ?? Number.POSITIVE_INFINITY) && numbers.some((one) => this.next(one) !== undefined));
  }

  private next(n: number): TracedMessage | undefined {
    return this.queues.get(n)?.at(-1);
  }

  private untaken(block: Block, branch: Branch): void {
    this.rows.push({
      kind: "untaken",
      block,
      text: branch.text,
      ...(block.choice !== undefined && { choice: block.choice }),
      branch: branch.id,
      keys: keysOf(branch.steps),
    });
  }

  private isTaken(block: Block, branch: Branch, index: number): boolean {
    if (this.taken.has(`${block.span.start}:${index}`)) return true;
    if (block.type === "par" || block.type === "rect" || block.type === "loop") return true;
    if (block.choice !== undefined) {
      const taken = this.decided.get(`${block.span.line}:${block.choice}`);
      if (taken !== undefined) return taken === branch.id;
    }
    return block.type === "critical" && index === 0;
  }
}

function messagesOf(steps: readonly Step[]): readonly Message[] {
  return steps.flatMap((step) => {
    if (step.kind === "message") return [step];
    if (step.kind === "block") return step.branches.flatMap((branch) => messagesOf(branch.steps));
    return [];
  });
}

/** The lifelines that messages and notes of these steps touch. */
export function keysOf(steps: readonly Step[]): readonly ParticipantKey[] {
  const keys = new Set<ParticipantKey>();
  const visit = (all: readonly Step[]): void => {
    for (const step of all) {
      if (step.kind === "message") keys.add(step.from).add(step.to);
      else if (step.kind === "note") for (const key of step.over) keys.add(key);
      else if (step.kind === "block") for (const branch of step.branches) visit(branch.steps);
    }
  };
  visit(steps);
  return [...keys];
}
