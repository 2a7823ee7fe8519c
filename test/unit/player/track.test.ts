import { describe, expect, it } from "vitest";
import { makeTrack } from "../../../src/player/track.ts";
import { typeTrace } from "../../fixtures/type-trace.ts";

const lines = (text: string) =>
  makeTrack(typeTrace(text)).steps.map((s) => `${s.hop}.${s.back ? "back" : s.inHop} ${s.from}-${s.until}`);

describe("a track", () => {
  it("passes the messages in drawn order, each until the next one leaves", () => {
    expect(lines("1.1 0-10\n1.2 10-10\n2.1 10-40")).toEqual(["1.1 0-10", "1.2 10-10", "2.1 10-40"]);
  });

  it("puts an async message where it leaves, and ends when everything has arrived", () => {
    expect(lines("1.1 0-10\n1.2 10-90 ok async\n1.3 10-30\n2.1 30-50")).toEqual([
      "1.1 0-10",
      "1.2 10-10",
      "1.3 10-30",
      "2.1 30-90",
    ]);
  });

  it("leaves out what was skipped or never reached", () => {
    expect(
      lines("1.1 0-10\n1.2 10-10 skipped\n2.1 10-20 failed\n2.2 20-20 neverReached\n2.1 20-30 added back"),
    ).toEqual(["1.1 0-10", "2.1 10-20", "2.back 20-30"]);
  });

  it("makes the way back a leg of its own", () => {
    const { legs } = makeTrack(
      typeTrace("1.1 0-10\n2.1 10-20\n2.2 20-20 failed\n2.2 20-30 added back\n2.2 30-40 added back"),
    );
    expect(legs).toEqual([
      { hop: 1, back: false, first: 0, last: 0 },
      { hop: 2, back: false, first: 1, last: 2 },
      { hop: 2, back: true, first: 3, last: 4 },
    ]);
  });

  it("does not split a later hop for an async straggler of an earlier one", () => {
    const { legs } = makeTrack(typeTrace("1.1 0-10\n1.2 15-90 ok async\n2.1 10-20\n2.2 20-50"));
    expect(legs).toEqual([
      { hop: 1, back: false, first: 0, last: 0 },
      { hop: 2, back: false, first: 1, last: 3 },
    ]);
  });

  it("of nothing is empty", () => {
    expect(makeTrack(typeTrace(""))).toEqual({ steps: [], legs: [] });
  });
});
