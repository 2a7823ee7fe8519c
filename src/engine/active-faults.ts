import type { System } from "../model/chapter.ts";
import { conditionHolds, type Decided } from "../model/condition.ts";
import type { Fault, FaultKind } from "../model/fault.ts";
import type { FaultId, LayerId } from "../model/ids.ts";
import type { Participant } from "../model/participant.ts";
import type { Onset, Run } from "../model/run.ts";
import type { Scenario } from "../model/scenario.ts";
import type { Message } from "../model/step.ts";

/** A fault that is on, and known well enough to do something. */
export interface ActiveFault {
  readonly fault: Fault;
  readonly layer: LayerId;
  readonly kind: FaultKind;
  readonly onset?: Onset;
  /** False when the reader looks at a request that a partial fault leaves alone. */
  readonly touches: boolean;
}

/** The faults of a run, found by layer and by id. Ids that the system does not know are not in it. */
export interface ActiveFaults {
  readonly all: readonly ActiveFault[];
  readonly byId: ReadonlyMap<FaultId, ActiveFault>;
  readonly byLayer: ReadonlyMap<LayerId, readonly ActiveFault[]>;
}

export function findActiveFaults(system: System, run: Run): ActiveFaults {
  const known = new Map(system.faults.map((fault) => [fault.id, fault]));
  const all: ActiveFault[] = [];
  const byId = new Map<FaultId, ActiveFault>();
  const byLayer = new Map<LayerId, ActiveFault[]>();
  for (const { id, onset } of run.faults) {
    const fault = known.get(id);
    if (fault?.layer === undefined || byId.has(id)) continue;
    const kind = fault.kind ?? guessKind(fault);
    if (kind === undefined) continue;
    const unaffected = fault.share !== undefined && Object.hasOwn(run.sides, id) && run.sides[id] === "unaffected";
    const active: ActiveFault = {
      fault,
      layer: fault.layer,
      kind,
      touches: !unaffected,
      ...(onset === undefined ? {} : { onset }),
    };
    all.push(active);
    byId.set(id, active);
    const there = byLayer.get(fault.layer);
    if (there === undefined) byLayer.set(fault.layer, [active]);
    else there.push(active);
  }
  return { all, byId, byLayer };
}

/** A fault of no stated kind still does what its row says: it answers with its status, or fails or goes on as told. */
function guessKind(fault: Fault): FaultKind | undefined {
  return fault.then !== undefined || fault.status !== undefined ? "error" : undefined;
}

/** A slowed or rerouted request still arrives; all other kinds end it unless something handles them. */
export function isFatal(kind: FaultKind): boolean {
  return kind !== "slow" && kind !== "rerouted";
}

/** Whether the caller hears nothing and waits out its timeout. */
export function isSilent(kind: FaultKind): boolean {
  return kind === "unreachable" || kind === "lost";
}

/** Whether a fault is at work at this message: begun, on the side we look at, and its condition holds. */
export function isAtWork(active: ActiveFault, hop: number, message: Message, decided: Decided): boolean {
  const { onset } = active;
  const begun = onset === undefined || hop > onset.hop || (hop === onset.hop && message.inHop >= onset.message);
  return begun && active.touches && conditionHolds(active.fault.when, decided);
}

export type ParticipantMap = ReadonlyMap<string, Participant>;

export function mapParticipants(scenario: Scenario): ParticipantMap {
  return new Map(scenario.participants.map((participant) => [participant.key, participant]));
}

/** The layers a message passes, in the order met: its sender's, those on the way, its receiver's; none twice. */
export function findLayers(message: Message, participants: ParticipantMap): LayerId[] {
  const layers: LayerId[] = [];
  const from = participants.get(message.from)?.layer;
  const to = participants.get(message.to)?.layer;
  if (from !== undefined) layers.push(from);
  for (const layer of message.via) if (!layers.includes(layer)) layers.push(layer);
  if (to !== undefined && !layers.includes(to)) layers.push(to);
  return layers;
}
