import type { Fault } from "../../model/fault.ts";
import type { Layer } from "../../model/layer.ts";
import type { ScenarioDraft } from "../scenario-draft.ts";

/** What is looked at: a chapter, or all chapters of a library together. */
export interface FindingsOf {
  readonly scenarios: readonly ScenarioDraft[];
  readonly layers: readonly Layer[];
  readonly faults: readonly Fault[];
  /** True for one chapter of a library: what it does not use, another may. */
  readonly ofLibrary: boolean;
}
