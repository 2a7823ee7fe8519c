import type { BranchId, ChoiceId, FaultId } from "../model/ids.ts";
import type { Onset, Run, Side } from "../model/run.ts";
import type { SessionState, Switches } from "./state.ts";

/** How many changes undo remembers. */
const depth = 200;

type Changed = Pick<SessionState, "run" | "past" | "future">;

/** The state after a change of switches, with what was before on the undo stack; the same object when nothing changed. */
export function change(state: Changed, next: Partial<Switches>): Changed {
  const before = switchesOf(state.run);
  const after = { ...before, ...next };
  if (JSON.stringify(before) === JSON.stringify(after)) return state;
  return { run: { ...state.run, ...after }, past: [...state.past, before].slice(-depth), future: [] };
}

export function undo(state: Changed): Changed {
  const before = state.past.at(-1);
  if (!before) return state;
  return {
    run: { ...state.run, ...before },
    past: state.past.slice(0, -1),
    future: [...state.future, switchesOf(state.run)],
  };
}

export function redo(state: Changed): Changed {
  const after = state.future.at(-1);
  if (!after) return state;
  return {
    run: { ...state.run, ...after },
    past: [...state.past, switchesOf(state.run)],
    future: state.future.slice(0, -1),
  };
}

/** Off when it is on; on, from `onset` if given, when it is off. */
export function toggleFault(run: Run, id: FaultId, onset: Onset | undefined): Partial<Switches> {
  if (run.faults.some((on) => on.id === id)) return { faults: run.faults.filter((on) => on.id !== id) };
  return { faults: [...run.faults, onset ? { id, onset } : { id }] };
}

/** All faults bite from the start again. */
export function clearOnsets(run: Run): Partial<Switches> {
  return { faults: run.faults.map(({ id }) => ({ id })) };
}

/** Choosing the default takes the choice out, so that links say only what differs. */
export function chooseBranch(run: Run, choice: ChoiceId, branch: BranchId, isDefault: boolean): Partial<Switches> {
  const { [choice]: _, ...others } = run.choices;
  return { choices: isDefault ? others : { ...others, [choice]: branch } };
}

/** `undefined` looks at the affected request again, as when nobody picked. */
export function chooseSide(run: Run, fault: FaultId, side: Side | undefined): Partial<Switches> {
  const { [fault]: _, ...others } = run.sides;
  return { sides: side === undefined ? others : { ...others, [fault]: side } };
}

function switchesOf(run: Run): Switches {
  return { faults: run.faults, choices: run.choices, sides: run.sides };
}
