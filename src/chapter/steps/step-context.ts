import type { FaultId, ParticipantKey } from "../../model/ids.ts";
import type { ProblemList } from "../problem-list.ts";
import type { LayerBook } from "../system/layer-book.ts";
import type { ChoiceBook } from "./choice-book.ts";

/** What a hop's steps are built against. The counters run on from hop to hop. */
export interface StepContext {
  readonly problems: ProblemList;
  readonly choices: ChoiceBook;
  readonly layers: LayerBook;
  findFault(word: string): FaultId | undefined;
  /** Ids of the faults there are, for messages. */
  faultNames(): readonly string[];
  /** Messages so far in the scenario. */
  messages: number;
  /** Messages so far in the hop. */
  inHop: number;
}

/** One fence of a hop. */
export interface FenceContext {
  readonly fence: number;
  keyOf(id: string): ParticipantKey;
}
