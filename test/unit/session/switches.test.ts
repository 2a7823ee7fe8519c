import { describe, expect, it } from "vitest";
import { healthyRun } from "../../../src/model/run.ts";
import {
  change,
  chooseBranch,
  chooseSide,
  clearOnsets,
  redo,
  toggleFault,
  undo,
} from "../../../src/session/switches.ts";

const start = { run: healthyRun, past: [], future: [] };

describe("switches", () => {
  it("undoes and redoes step by step", () => {
    const one = change(start, toggleFault(start.run, "redis-down", undefined));
    const two = change(one, toggleFault(one.run, "ufw", { hop: 2, message: 1 }));
    expect(two.run.faults).toEqual([{ id: "redis-down" }, { id: "ufw", onset: { hop: 2, message: 1 } }]);
    expect(undo(two).run).toEqual(one.run);
    expect(undo(undo(two)).run).toEqual(healthyRun);
    expect(undo(undo(undo(two))).run).toEqual(healthyRun);
    expect(redo(undo(two)).run).toEqual(two.run);
  });

  it("forgets the undone once something new is switched", () => {
    const one = change(start, toggleFault(start.run, "a", undefined));
    const other = change(undo(one), toggleFault(healthyRun, "b", undefined));
    expect(redo(other)).toBe(other);
  });

  it("leaves no step behind when nothing changed", () => {
    expect(change(start, clearOnsets(start.run))).toBe(start);
  });

  it("says only what differs from the default", () => {
    const warm = change(start, chooseBranch(start.run, "connection", "warm", false));
    expect(warm.run.choices).toEqual({ connection: "warm" });
    expect(change(warm, chooseBranch(warm.run, "connection", "new", true)).run.choices).toEqual({});
    const side = change(start, chooseSide(start.run, "nic", "unaffected"));
    expect(change(side, chooseSide(side.run, "nic", undefined)).run.sides).toEqual({});
  });
});
