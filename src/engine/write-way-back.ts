import type { Arrow } from "../model/arrow.ts";
import type { LayerId, ParticipantKey } from "../model/ids.ts";
import type { Draft } from "./draft.ts";
import type { BackRow, WalkState } from "./walk-state.ts";

const answering: Arrow = {
  token: "-->>",
  line: "dotted",
  head: "filled",
  tail: "none",
  centralFrom: false,
  centralTo: false,
};
const doing: Arrow = { ...answering, token: "->>", line: "solid" };

/** Writes the rows of a failure's way back, which the chapter does not have, at the end of the hop where it broke. */
export function writeWayBack(state: WalkState): void {
  const { wayBack } = state;
  if (wayBack === undefined || state.wroteBack) return;
  state.wroteBack = true;
  state.status ??= wayBack.status;
  for (const row of wayBack.rows) {
    const draft = makeRow(state, row, wayBack.fault);
    state.drafts.push(draft);
    state.steps.push({ kind: "message", draft });
  }
}

/** One literal with its fields in the order of every other draft: spreading costs more than all else that a walk does. */
function makeRow(state: WalkState, row: BackRow, fault: string): Draft {
  const again = row.kind === "again";
  const from = again ? row.by : row.from;
  const to = again ? row.by : row.to;
  return {
    index: state.drafts.length,
    message: undefined,
    hop: state.hop,
    from,
    to,
    text: sayRow(row),
    arrow: again ? doing : answering,
    role: again ? "self" : "answer",
    aside: false,
    blocks: [],
    layers: layersOf(state, from, to),
    iteration: undefined,
    times: 1,
    shared: undefined,
    outcome: "added",
    bites: [],
    fault,
    status: again ? undefined : row.status,
    attempts: 1,
    factor: 1,
    extras: [],
    wait: undefined,
    closes: again ? [] : row.closes,
    legs: again ? undefined : row.legs,
    repeats: again ? { since: row.since, times: row.times } : undefined,
  };
}

function sayRow(row: BackRow): string {
  if (row.kind === "answer") return row.status === undefined ? "an error, status not documented" : String(row.status);
  return row.times === 1 ? "tried once more, same result" : `tried ${row.times} more times, same result`;
}

function layersOf(state: WalkState, from: ParticipantKey, to: ParticipantKey): LayerId[] {
  const sender = state.participants.get(from)?.layer;
  const receiver = state.participants.get(to)?.layer;
  const layers = sender === undefined ? [] : [sender];
  if (receiver !== undefined && receiver !== sender) layers.push(receiver);
  return layers;
}
