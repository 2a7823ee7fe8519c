import { getVerdict } from "../analysis/get-verdict.ts";
import { sayVerdict } from "../analysis/say-verdict.ts";
import type { System } from "../model/chapter.ts";
import type { Hop } from "../model/hop.ts";
import type { Scenario } from "../model/scenario.ts";
import { textOf } from "../model/text-of.ts";
import type { Trace } from "../model/trace.ts";
import type { Outcome } from "../model/verdict.ts";
import { nameParticipants } from "../scene/name-message.ts";
import { layoutWaterfall } from "../scene/waterfall/layout-waterfall.ts";
import type { RowTone, WaterfallRow } from "../scene/waterfall/waterfall.ts";
import { runFacts } from "./markdown/run-markdown.ts";
import type { Picture } from "./svg/picture.ts";
import { runSvg, waterfallSvg } from "./svg/run-svg.ts";

/** One hop on paper. */
export interface SheetFrame {
  readonly n: number;
  readonly title: string;
  readonly tone: RowTone;
  /** How long it took in this run, and what became of it. */
  readonly says: string;
  /** The beginning of what the chapter notes about it; empty when it notes nothing. */
  readonly notes: string;
  readonly picture: Picture;
}

/** A run on paper: what came of it, a frame per hop, and where the time went. */
export interface ContactSheet {
  readonly title: string;
  readonly outcome: Outcome;
  readonly headline: string;
  readonly detail: string;
  readonly facts: readonly (readonly [what: string, words: string])[];
  readonly frames: readonly SheetFrame[];
  /** The messages by which a failure came back, in words. */
  readonly wayBack: readonly string[];
  readonly waterfall: Picture;
}

/** Two frames stand beside each other on A4 and Letter at this width, px, and can still be read. */
const frameWidth = 420;
const sheetWidth = 880;
const notesAtMost = 220;

export function makeContactSheet(scenario: Scenario, system: System, trace: Trace): ContactSheet {
  const verdict = getVerdict(scenario, system, trace);
  const names = nameParticipants(scenario);
  const { rows } = layoutWaterfall(scenario, system, trace);
  const rowOf = ({ n }: Hop): WaterfallRow | undefined => rows.find(({ kind, hop }) => kind === "hop" && hop === n);
  const look = { theme: "light", spacing: "even", waterfall: false, title: false, width: frameWidth } as const;
  return {
    title: scenario.title,
    outcome: verdict.outcome,
    ...sayVerdict(scenario, system, trace, verdict),
    facts: runFacts(scenario, system, trace, verdict),
    frames: scenario.hops.map((hop) => {
      const row = rowOf(hop);
      return {
        n: hop.n,
        title: hop.title,
        tone: row?.tone ?? "quiet",
        says: [row?.figure, row?.note].filter(Boolean).join(" · "),
        notes: firstWords(hop),
        picture: runSvg(scenario, system, trace, { ...look, hop: hop.n }),
      };
    }),
    wayBack: trace.messages
      .filter(({ backOver }) => backOver !== undefined)
      .map(({ from, to, text }) => `${names.get(from) ?? from} → ${names.get(to) ?? to}: ${text}`),
    waterfall: waterfallSvg(scenario, system, trace, sheetWidth),
  };
}

/** The first paragraph of a hop's notes, cut at a word. */
function firstWords({ notes }: Hop): string {
  const paragraph = notes.find(({ type }) => type === "paragraph");
  const text = paragraph === undefined ? "" : textOf(paragraph).replace(/\s+/gu, " ").trim();
  if (text.length <= notesAtMost) return text;
  return `${text.slice(0, notesAtMost).replace(/\s+\S*$/u, "")}…`;
}
