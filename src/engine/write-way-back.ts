import type { Arrow } from "../model/arrow.ts";
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

function makeRow(state: WalkState, row: BackRow, fault: string): Draft {
  const common = {
    index: state.drafts.length,
    hop: state.hop,
    aside: false,
    blocks: [],
    times: 1,
    outcome: "added" as const,
    bites: [],
    fault,
    attempts: 1,
    factor: 1,
    extras: [],
    message: undefined,
    iteration: undefined,
    shared: undefined,
    status: undefined,
    wait: undefined,
    legs: undefined,
    repeats: undefined,
  };
  if (row.kind === "again") {
    const text = row.times === 1 ? "tried once more, same result" : `tried ${row.times} more times, same result`;
    const layer = state.participants.get(row.by)?.layer;
    const layers = layer === undefined ? [] : [layer];
    const repeats = { since: row.since, times: row.times };
    return { ...common, from: row.by, to: row.by, text, arrow: doing, role: "self", layers, closes: [], repeats };
  }
  const ends = [row.from, row.to].map((key) => state.participants.get(key)?.layer);
  return {
    ...common,
    from: row.from,
    to: row.to,
    text: row.status === undefined ? "an error, status not documented" : String(row.status),
    arrow: answering,
    role: "answer",
    layers: [...new Set(ends)].filter((layer) => layer !== undefined),
    closes: row.closes,
    legs: row.legs,
    status: row.status,
  };
}
