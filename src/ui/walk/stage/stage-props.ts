import type { System } from "../../../model/chapter.ts";
import type { BranchId, ChoiceId, FaultId } from "../../../model/ids.ts";
import type { PlayheadSource } from "../../../model/playhead.ts";
import type { Scenario } from "../../../model/scenario.ts";
import type { Trace } from "../../../model/trace.ts";
import type { Track } from "../../../model/track.ts";
import type { Verdict } from "../../../model/verdict.ts";
import type { layoutStage } from "../../../scene/layout-stage.ts";
import type { MeasureText } from "../../../scene/measure-text.ts";
import type { Spacing } from "../../../scene/stage-layout.ts";

export interface StageProps {
  readonly scenario: Scenario;
  readonly system: System;
  readonly trace: Trace;
  readonly verdict: Verdict;
  readonly track: Track;
  readonly playhead: PlayheadSource;
  readonly spacing: Spacing;
  /** The hop that is shown alone; `null` for the whole journey. */
  readonly focusHop: number | null;
  readonly faultsOn: readonly FaultId[];
  /** Measures with the fonts of `stageFonts`. A new function means new fonts: everything is measured again. */
  readonly measure: MeasureText;
  /** What the page's own find looks for; `""` for nothing. */
  readonly find: string;
  /** `step` counts in the track. */
  /** What the region is called, where there are several; "Stage" by itself. */
  readonly label?: string;
  /** Lays out in another way, so that two stages line up. */
  readonly layOut?: typeof layoutStage;
  /** Where two stages zoom together. */
  readonly zooming?: readonly [number, (zoom: number) => void];
  /** Messages to point out, by index in the trace, and what is said of them. */
  readonly marked?: ReadonlySet<number>;
  readonly onSeek: (step: number, fraction?: number) => void;
  readonly onFocusHop: (hop: number | null) => void;
  readonly onChoose: (choice: ChoiceId, branch: BranchId) => void;
  readonly onToggleFault: (fault: FaultId) => void;
}
