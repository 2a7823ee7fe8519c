import { getVerdict } from "../../analysis/get-verdict.ts";
import { sayVerdict } from "../../analysis/say-verdict.ts";
import { branchWord } from "../../model/branch-word.ts";
import type { System } from "../../model/chapter.ts";
import type { ParticipantKey } from "../../model/ids.ts";
import type { Participant } from "../../model/participant.ts";
import type { Scenario } from "../../model/scenario.ts";
import type { Block } from "../../model/step.ts";
import type { Trace } from "../../model/trace.ts";
import { hopTime } from "../../scene/hop-time.ts";
import { keysOf, listRows, type MessageRow, type StageRow } from "../../scene/list-rows.ts";
import { tagMessage } from "../../scene/tag-message.ts";
import { BlockLines } from "./block-lines.ts";
import { chooseIds, mermaidLabel, mermaidPlain } from "./mermaid-text.ts";

/**
 * A run as Mermaid text, as it happened: the cross where it broke, the answers that came back, and a note for what was
 * skipped or never reached; or one hop of it. Any Mermaid from version 10 on draws it; the text never holds configuration, links or markup.
 */
export function runMermaid(scenario: Scenario, system: System, trace: Trace, focusHop: number | null = null): string {
  const verdict = getVerdict(scenario, system, trace);
  const { headline } = sayVerdict(scenario, system, trace, verdict);
  const participants = focusHop === null ? scenario.participants : inHop(scenario, focusHop);
  const ids = chooseIds(participants);
  const head = [
    "sequenceDiagram",
    `accTitle: ${mermaidPlain(scenario.title) || "A run"}`,
    `accDescr: ${mermaidPlain(headline)}`,
    ...declare(participants, ids),
  ];
  const writer = new RunWriter(scenario, system, trace, ids);
  for (const row of listRows(scenario, trace, focusHop)) writer.write(row);
  const [first, ...rest] = [...head, ...writer.finish()];
  return `${[first, ...rest.map((line) => `  ${line}`)].join("\n")}\n`;
}

function inHop({ hops, participants }: Scenario, n: number): readonly Participant[] {
  const keys = new Set(keysOf(hops.find((hop) => hop.n === n)?.steps ?? []));
  return participants.filter(({ key }) => keys.has(key));
}

function declare(participants: readonly Participant[], ids: ReadonlyMap<ParticipantKey, string>): string[] {
  const lines: string[] = [];
  let box: string | undefined;
  for (const { key, label, shape, box: wanted } of participants) {
    if (wanted !== box) {
      if (box !== undefined) lines.push("end");
      if (wanted !== undefined) lines.push(`box transparent ${mermaidPlain(wanted)}`.trimEnd());
      box = wanted;
    }
    const id = ids.get(key) ?? "";
    const shown = mermaidLabel(label);
    const line = `${shape === "actor" ? "actor" : "participant"} ${id}${shown === id || shown === "" ? "" : ` as ${shown}`}`;
    lines.push(box === undefined ? line : `  ${line}`);
  }
  if (box !== undefined) lines.push("end");
  return lines;
}

/** Red enough on white and on black. */
const wayBackTint = "rgba(216, 64, 79, 0.14)";

class RunWriter {
  private readonly lines = new BlockLines();
  private readonly active = new Map<string, number>();
  /** Texts of the messages behind the break, until they are said. */
  private unreached: string[] = [];
  private readonly silent: { n: number; title: string }[] = [];
  /** True within a hop that the run never came to. */
  private quiet = false;
  private inWayBack = false;
  private readonly scenario: Scenario;
  private readonly system: System;
  private readonly trace: Trace;
  private readonly ids: ReadonlyMap<ParticipantKey, string>;

  constructor(scenario: Scenario, system: System, trace: Trace, ids: ReadonlyMap<ParticipantKey, string>) {
    this.scenario = scenario;
    this.system = system;
    this.trace = trace;
    this.ids = ids;
  }

  write(row: StageRow): void {
    switch (row.kind) {
      case "hop":
        this.endHop();
        this.quiet = this.trace.hops.find(({ n }) => n === row.hop.n)?.reached === false;
        if (this.quiet) this.silent.push(row.hop);
        else this.hopHead(row.hop.n);
        break;
      case "wayBack":
        this.sayUnreached();
        this.lines.enter(`rect ${wayBackTint}`, "", "");
        this.inWayBack = true;
        this.quiet = false;
        this.across("The failure travels back");
        break;
      case "message":
        this.message(row);
        break;
      case "note":
        if (!row.quiet && !this.quiet) this.note(row);
        break;
      case "open":
        this.lines.enter(openWord(row.block), branchWord(row.block.type), blockText(row.block, row.text));
        break;
      case "branch":
        this.lines.branch(blockText(row.block, row.text));
        break;
      case "iteration":
        if (!this.quiet) this.across(`${row.n} of ${row.of}`);
        break;
      case "close":
        this.lines.leave();
        break;
      case "activation":
        if (!this.quiet) this.activate(this.ids.get(row.participant) ?? "", row.active);
        break;
      case "untaken":
        break;
    }
  }

  finish(): readonly string[] {
    this.endHop();
    if (this.silent.length > 0) {
      this.across(`Never reached: ${this.silent.map(({ n, title }) => `hop ${n} ${title}`).join(", ")}`);
    }
    return this.lines.finish();
  }

  private hopHead(n: number): void {
    this.sayUnreached();
    const hop = this.scenario.hops.find((one) => one.n === n);
    if (!hop) return;
    const { text, note } = hopTime(hop, this.scenario, this.trace);
    const time = note === undefined ? text : text === "" ? note : `${text}, ${note}`;
    this.across([`Hop ${n}`, hop.title, time].filter(Boolean).join(" · "));
  }

  private message(row: MessageRow): void {
    const { traced } = row;
    const from = this.ids.get(traced.from);
    const to = this.ids.get(traced.to);
    if (from === undefined || to === undefined) return;
    if (traced.outcome === "neverReached") {
      if (!this.quiet) this.unreached.push(traced.text);
      return;
    }
    if (traced.outcome === "skipped") return void this.lines.add(this.noteOver([from, to], `Skipped: ${traced.text}`));
    this.sayUnreached();
    const tag = tagMessage(traced, this.system);
    const sign = traced.outcome === "failed" || traced.outcome === "lost" ? "✕ " : "";
    const text = [traced.text, tag === undefined ? "" : sign + tag.text].filter(Boolean).join("\n");
    const broke = traced.outcome === "failed" || traced.outcome === "lost";
    const token = broke ? (traced.arrow.line === "dotted" ? "--x" : "-x") : arrowToken(row);
    const starts = !broke && row.activates;
    const stops = !starts && (row.deactivates || row.wayBack) && this.level(from) > 0;
    this.lines.add(
      `${from}${token}${starts ? "+" : stops ? "-" : ""}${to}:${text === "" ? "" : ` ${mermaidLabel(text)}`}`,
    );
    if (starts) this.active.set(to, this.level(to) + 1);
    if (stops) this.active.set(from, this.level(from) - 1);
  }

  private note({ note }: Extract<StageRow, { kind: "note" }>): void {
    const over = [...new Set(note.over.flatMap((key) => this.ids.get(key) ?? []))];
    const [first] = over;
    const text = mermaidLabel(note.text);
    if (first === undefined || text === "") return;
    this.lines.add(
      note.position === "over" ? this.noteOver(over, note.text) : `Note ${note.position} of ${first}: ${text}`,
    );
  }

  private noteOver(over: readonly string[], text: string): string {
    const [first = "", last = first] = over;
    return `Note over ${first === last ? first : `${first},${last}`}: ${mermaidLabel(text) || "…"}`;
  }

  private across(text: string): void {
    const all = [...this.ids.values()];
    if (all.length > 0) this.lines.add(this.noteOver([all[0] ?? "", all.at(-1) ?? ""], text));
  }

  /** What of the hop that broke lies behind the break, in one note. */
  private sayUnreached(): void {
    const texts = this.unreached;
    if (texts.length === 0) return;
    this.unreached = [];
    const shown = texts.slice(0, 3).map((text) => text.replace(/\s+/gu, " "));
    const more = texts.length > 3 ? [`and ${texts.length - 3} more`] : [];
    this.across(`Never reached: ${[...shown, ...more].join(", ")}`);
  }

  private activate(id: string, on: boolean): void {
    if (id === "" || (!on && this.level(id) === 0)) return;
    this.lines.add(`${on ? "activate" : "deactivate"} ${id}`);
    this.active.set(id, this.level(id) + (on ? 1 : -1));
  }

  private level(id: string): number {
    return this.active.get(id) ?? 0;
  }

  /** Ends what the hop left open, so that the next one begins afresh. */
  private endHop(): void {
    this.sayUnreached();
    for (const [id, level] of this.active) for (let n = level; n > 0; n -= 1) this.lines.add(`deactivate ${id}`);
    this.active.clear();
    if (this.inWayBack) this.lines.leave();
    this.inWayBack = false;
  }
}

/** As the author drew it; a repeated attempt is drawn as the call it repeats. */
function arrowToken({ traced }: MessageRow): string {
  const { token, centralFrom, centralTo } = traced.arrow;
  return `${centralFrom ? "()" : ""}${token}${centralTo ? "()" : ""}`;
}

function openWord(block: Block): string {
  return block.type === "par" && block.overlaps === true ? "par_over" : block.type;
}

/** A rect's colour is written as it was when it is nothing but a colour. */
function blockText(block: Block, text: string): string {
  if (block.type !== "rect") return mermaidLabel(text);
  const color = block.color?.trim() ?? "";
  return /^(?:(?:rgb|hsl)a?\([\d\s.,%/]{1,60}\)|[a-z]{3,24})$/i.test(color) ? color : "rgba(128, 128, 128, 0.12)";
}
