import type { Library } from "../model/chapter.ts";
import type { ChapterId, LayerId, ScenarioId } from "../model/ids.ts";
import type { MomentAt } from "../model/moment.ts";
import { healthyRun, type Run } from "../model/run.ts";
import { defaultRate } from "../player/speed.ts";
import type { OpenedFile } from "./ports/reader.ts";

export const viewNames = ["library", "walk", "blast", "diagnose", "predict", "write", "embed"] as const;
export type ViewName = (typeof viewNames)[number];

/** Rows at even distances, or at distances that are time. */
export const spacings = ["even", "scale"] as const;
export type Spacing = (typeof spacings)[number];

/** Who draws the run: we, or Mermaid. */
export const drawers = ["hopwise", "mermaid"] as const;
export type Drawer = (typeof drawers)[number];

export const themeChoices = ["auto", "light", "dark"] as const;
export type ThemeChoice = (typeof themeChoices)[number];

/** Where the chapter on screen comes from. */
export type Source =
  | { readonly kind: "shipped"; readonly chapter: ChapterId }
  | { readonly kind: "url"; readonly url: string }
  /** Travels in the link's fragment, compressed; never kept unless the reader says so. */
  | { readonly kind: "carried"; readonly payload: string }
  /** Opened from the reader's own device or clipboard; never leaves the page. */
  | {
      readonly kind: "own";
      readonly chapter: ChapterId;
      readonly files: readonly OpenedFile[];
      /** What a draft was made from: its pictures stand beside that. */
      readonly from?: Origin | undefined;
    };

/** A chapter that stands somewhere. */
export type Origin =
  | { readonly kind: "shipped"; readonly chapter: ChapterId }
  | { readonly kind: "url"; readonly url: string };

/** What stands where the chapter would. */
export type Opened =
  | { readonly kind: "none" }
  | { readonly kind: "loading"; readonly what: string }
  | {
      readonly kind: "failed";
      readonly title: string;
      readonly message: string;
      readonly retry?: Source;
      readonly source?: Source;
    }
  | {
      readonly kind: "open";
      readonly source: Source;
      readonly library: Library;
      /** The text, where the page read it itself; shipped chapters' text comes from the shelf when asked for. */
      readonly files: readonly OpenedFile[];
    };

/** Something to tell the reader, until they dismiss it. */
export interface Notice {
  readonly id: number;
  readonly tone: "info" | "warn" | "bad";
  readonly text: string;
}

/** What undo brings back. */
export type Switches = Pick<Run, "faults" | "choices" | "sides">;

/** How the blast radius is looked at. */
export interface BlastView {
  readonly sort: (typeof blastSorts)[number];
  readonly pairs: boolean;
  /** Only rows in which this outcome stands; `worse`: pairs that break more than each half alone. */
  readonly only?: (typeof blastOnly)[number];
  readonly layer?: LayerId;
}
export const blastSorts = ["harm", "order", "name"] as const;
export const blastOnly = ["failed", "partial", "degraded", "slow", "worse"] as const;
export const defaultBlastView: BlastView = { sort: "harm", pairs: false };
/** The other run of a comparison: its failures, and where its choices and sides differ from those of the run. */
export type Comparison = Switches;

export interface SessionState {
  readonly view: ViewName;
  readonly opened: Opened;
  readonly scenario: ScenarioId | undefined;
  readonly run: Run;
  /** What the run is compared with; nothing while it is looked at alone. */
  readonly compare: Comparison | undefined;
  readonly past: readonly Switches[];
  readonly future: readonly Switches[];
  readonly playing: boolean;
  /** Of true time: 0.05 is twenty times slower. */
  readonly speed: number;
  readonly loopHop: boolean;
  readonly spacing: Spacing;
  readonly drawer: Drawer;
  /** The only hop on the stage, or all of them. */
  readonly focusHop: number | undefined;
  readonly find: string;
  /** Which question the predict view asks: the set's number and the place in it, from 1. */
  readonly round: { readonly set: number; readonly n: number };
  readonly blast: BlastView;
  /** What the reader says they see: a scenario's name (or `check` and a failure's), and what. */
  readonly saw: readonly { readonly subject: string; readonly what: string }[];
  readonly theme: ThemeChoice;
  /** A theme that the link asked for; it is never stored. */
  readonly linkTheme: ThemeChoice | undefined;
  readonly systemDark: boolean;
  /** Single-key shortcuts (WCAG 2.1.4 wants a way to turn them off). */
  readonly keysOn: boolean;
  readonly notices: readonly Notice[];
  /** The walkthrough that is played, and at which moment; nothing while the reader is on their own. */
  readonly walkthrough: MomentAt | undefined;
}

/** A session in which nothing is open yet and nothing was chosen before. */
export const startState: SessionState = {
  view: "library",
  opened: { kind: "none" },
  scenario: undefined,
  run: healthyRun,
  compare: undefined,
  past: [],
  future: [],
  playing: false,
  speed: defaultRate,
  loopHop: false,
  spacing: "even",
  drawer: "hopwise",
  focusHop: undefined,
  find: "",
  round: { set: 1, n: 1 },
  blast: defaultBlastView,
  saw: [],
  theme: "auto",
  linkTheme: undefined,
  systemDark: false,
  keysOn: true,
  notices: [],
  walkthrough: undefined,
};
