import { describe, expect, it } from "vitest";
import { otherRun, swapRuns } from "../../../src/session/compare.ts";
import { comparePlayed, createOtherResults } from "../../../src/session/compare-runs.ts";
import { createSession } from "../../../src/session/create-session.ts";
import { fakePorts } from "./fake-ports.ts";

async function start(query: string) {
  const world = fakePorts(query);
  const session = createSession(world.ports);
  await world.settle();
  const state = session.store.getState;
  const compared = () => {
    const playable = session.results.playable(state());
    const { run, compare } = state();
    if (!playable || !compare) throw new Error("nothing is compared");
    const other = otherRun(run, compare);
    return { playable, ...comparePlayed(playable, session.results, createOtherResults(), other, run) };
  };
  return { ...world, session, state, compared };
}

describe("a comparison", () => {
  it("is in the link, and back takes it out again", async () => {
    const { session, state, entries, go, settle } = await start("?v=1&chapter=shop/cart&fail=store-down&view=walk");
    session.actions.toggleCompare();
    expect(entries.at(-1)).toBe("?v=1&chapter=shop/cart&fail=store-down&compare=healthy&view=walk");
    go(-1);
    await settle();
    expect(state().compare).toBeUndefined();
    go(1);
    await settle();
    expect(state().compare).toEqual({ faults: [], choices: {}, sides: {} });
  });

  it("says which names of the other run it does not know", async () => {
    const { state } = await start("?v=1&chapter=shop/cart&compare=nope,gate-down,with:cached:not-cached");
    expect(state().compare).toMatchObject({
      faults: [{ id: "gate-down" }],
      choices: { "cached-not-cached": "not-cached" },
    });
    expect(
      state()
        .notices.map(({ text }) => text)
        .join(),
    ).toContain("nope");
  });

  it("places the link at a message that only the other run comes to", async () => {
    const { session, state, compared } = await start("?v=1&chapter=shop/cart&at=2.1&fail=gate-down&compare=healthy");
    expect(session.playhead.get().step).toBe(-1);
    const { joined } = compared();
    session.actions.playOver(joined.joined);
    expect(joined.joined.trace.messages[session.playhead.get().step]).toMatchObject({ hop: 2, inHop: 1 });
    expect(state().notices).toEqual([]);
    session.actions.playOver(undefined);
    expect(session.playhead.get().step).toBeGreaterThanOrEqual(0);
  });

  it("swaps the runs, choices and all, and swapping again restores them", async () => {
    const { state, compared } = await start(
      "?v=1&chapter=shop/cart&fail=gate-down&compare=store-down,with:cached:not-cached",
    );
    const { playable, a, b } = compared();
    const { run, compare } = state();
    if (!compare) throw new Error("nothing is compared");
    const swapped = swapRuns(playable.scenario, run, compare);
    const now = { ...run, ...swapped.run };
    expect(now.faults).toEqual(a.run.faults);
    expect(now.choices).toEqual({ "cached-not-cached": "not-cached" });
    expect(otherRun(now, swapped.compare).faults).toEqual(b.run.faults);
    const again = swapRuns(playable.scenario, now, swapped.compare);
    expect(again.run).toEqual({ faults: run.faults, choices: run.choices, sides: run.sides });
    expect(otherRun({ ...now, ...again.run }, again.compare).choices).toEqual({ "cached-not-cached": "not-cached" });
  });
});
