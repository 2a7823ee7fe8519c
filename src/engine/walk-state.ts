import type { System } from "../model/chapter.ts";
import { type Decided, decideByReader } from "../model/condition.ts";
import type { BranchId, ChoiceId, FaultId, LayerId, ParticipantKey } from "../model/ids.ts";
import { type Layer, passesOn } from "../model/layer.ts";
import type { Run } from "../model/run.ts";
import type { Scenario } from "../model/scenario.ts";
import type { Block, Step } from "../model/step.ts";
import type { BlockEntry, Decision } from "../model/trace.ts";
import { type ActiveFaults, findActiveFaults, mapParticipants, type ParticipantMap } from "./active-faults.ts";
import type { ClockStep, Draft, Leg, SharedFigure } from "./draft.ts";
import { OpenCalls } from "./open-calls.ts";

/**
 * How the next message is met. `live`: the request is there · `dead`: it died before · `leaving`: something handles a
 * failure and the way to there is skipped · `over`: a break ended the scenario.
 */
export type Mode =
  | { readonly kind: "live" | "dead" | "over" }
  | { readonly kind: "leaving"; readonly target: Block; readonly branch: number; readonly fault: FaultId };

export const live: Mode = { kind: "live" };
export const dead: Mode = { kind: "dead" };

/** A block (or a hop, without one) that we are inside of. */
export interface Enclosing {
  readonly block?: Block;
  readonly branch: number;
  readonly steps: readonly Step[];
  at: number;
}

/** Why a participant is left out of the rest of its hop. */
export interface Gone {
  readonly fault: FaultId;
  /** True when the message that broke is itself listed as a lost side effect. */
  readonly listed: boolean;
}

/** A row of a failure's way back. */
export type BackRow =
  | {
      readonly kind: "answer";
      readonly from: ParticipantKey;
      readonly to: ParticipantKey;
      readonly legs: readonly Leg[];
      readonly closes: readonly Draft[];
      readonly status?: number;
    }
  | { readonly kind: "again"; readonly by: ParticipantKey; readonly since: Draft; readonly times: number };

export interface WayBack {
  readonly fault: FaultId;
  readonly rows: readonly BackRow[];
  readonly status?: number;
}

/** A call whose caller gave up before its answer came, found by an earlier walk. */
export interface GiveUp {
  readonly fault: FaultId;
  readonly layer: LayerId;
}

/** Everything one walk over a scenario knows and writes. */
export interface WalkState {
  readonly scenario: Scenario;
  readonly run: Run;
  readonly participants: ParticipantMap;
  readonly layers: ReadonlyMap<LayerId, Layer>;
  readonly faults: ActiveFaults;
  readonly client: ParticipantKey | undefined;
  /** Calls given up, by the index of their draft. */
  readonly giveUps: ReadonlyMap<number, GiveUp>;
  readonly decided: Decided;
  readonly taken: Map<ChoiceId, Decision & { readonly branch: BranchId }>;

  readonly drafts: Draft[];
  readonly steps: ClockStep[];
  readonly decisions: Decision[];
  readonly lost: { text: string; n: number; fault: FaultId }[];
  readonly bitten: Set<FaultId>;
  /** Faults that would have bitten messages the request did not come to. */
  readonly missed: Set<FaultId>;
  /** Faults that cost the request once, and have: another way was found, or the whole of a longer wait was added. */
  readonly paid: Set<FaultId>;
  brokeAt: number | undefined;
  status: number | undefined;

  mode: Mode;
  open: OpenCalls;
  /** Outside an async block: the open calls of those who do not wait for it. */
  around: OpenCalls | undefined;
  aside: boolean;
  hop: number;
  hasBreaks: boolean;
  enclosing: Enclosing[];
  /** Where enclosing blocks count for what is met now: an async block's own start. */
  enclosingFrom: number;
  blocks: readonly BlockEntry[];
  shared: SharedFigure | undefined;
  times: number;
  /** How many rounds of loops around are played one by one. */
  rounds: number;
  iteration: { readonly n: number; readonly of: number } | undefined;
  /** Participants left out of the rest of this hop; those that only async work misses apart. */
  readonly gone: Map<ParticipantKey, Gone>;
  readonly goneAside: Map<ParticipantKey, Gone>;
  readonly kept: Set<ParticipantKey>;
  /** Branches that reactions asked for, for the next fork that has them. */
  readonly wanted: { branch: string; fault: FaultId }[];
  /** Faults that a branch being played answers to: they do not bite its answers again. */
  readonly answering: FaultId[];
  /** Calls that go through under a fatal fault because their place says so: nothing inside that exchange breaks by it. */
  readonly absorbed: Map<FaultId, Draft>;
  wayBack: WayBack | undefined;
  wroteBack: boolean;
  readonly reachedHops: Set<number>;
}

export function makeWalkState(
  scenario: Scenario,
  system: System,
  run: Run,
  giveUps: ReadonlyMap<number, GiveUp>,
): WalkState {
  const taken: WalkState["taken"] = new Map();
  const byReader = decideByReader(scenario.choices, run.choices);
  return {
    scenario,
    run,
    participants: mapParticipants(scenario),
    layers: new Map(system.layers.map((layer) => [layer.id, layer])),
    faults: findActiveFaults(system, run),
    client: findClient(scenario),
    giveUps,
    decided: (choice) => taken.get(choice)?.branch ?? byReader(choice),
    taken,
    drafts: [],
    steps: [],
    decisions: [],
    lost: [],
    bitten: new Set(),
    missed: new Set(),
    paid: new Set(),
    brokeAt: undefined,
    status: undefined,
    mode: live,
    open: new OpenCalls(),
    around: undefined,
    aside: false,
    hop: 0,
    hasBreaks: false,
    enclosing: [],
    enclosingFrom: 0,
    blocks: [],
    shared: undefined,
    times: 1,
    rounds: 1,
    iteration: undefined,
    gone: new Map(),
    goneAside: new Map(),
    kept: new Set(),
    wanted: [],
    answering: [],
    absorbed: new Map(),
    wayBack: undefined,
    wroteBack: false,
    reachedHops: new Set(),
  };
}

/** The scenario's first caller. */
export function findClient(scenario: Scenario): ParticipantKey | undefined {
  for (const hop of scenario.hops) {
    const first = findFirstMessage(hop.steps);
    if (first !== undefined) return first.from;
  }
  return undefined;
}

/** The first message among steps, however deep it stands. */
export function findFirstMessage(steps: readonly Step[]) {
  const rest: Step[] = [...steps].reverse();
  for (let step = rest.pop(); step !== undefined; step = rest.pop()) {
    if (step.kind === "message") return step;
    if (step.kind === "block") {
      for (let b = step.branches.length - 1; b >= 0; b--) {
        const inside = step.branches[b]?.steps ?? [];
        for (let s = inside.length - 1; s >= 0; s--) {
          const each = inside[s];
          if (each !== undefined) rest.push(each);
        }
      }
    }
  }
  return undefined;
}

/** Whether a lifeline hands a failure on without an answer of its own. The client always hears it. */
export function isPassing(state: WalkState, key: ParticipantKey): boolean {
  if (key === state.client) return false;
  const participant = state.participants.get(key);
  const kind =
    participant?.kind ?? (participant?.layer === undefined ? undefined : state.layers.get(participant.layer)?.kind);
  return passesOn(kind);
}
