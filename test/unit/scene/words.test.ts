import { describe, expect, test } from "vitest";
import { findMessages, markText, nextHit } from "../../../src/scene/find-messages.ts";
import { nameMessage, nameParticipants } from "../../../src/scene/name-message.ts";
import { possibleFaults } from "../../../src/scene/possible-faults.ts";
import { sayInterval } from "../../../src/scene/say-interval.ts";
import { wrapText } from "../../../src/scene/wrap-text.ts";
import { sixPixels, stageOf } from "./stage-fixture.ts";

const flow = `
client app
dns names
service api
choice connection new* warm
# 1 x 4..8ms
app -> names : Resolve api
names --> app : 10.0.0.1
app -> api : GET /
! names-down names unresolved [title Names down; when connection=new]
`;

describe("words on the stage", () => {
  test("times", () => {
    expect(sayInterval({ min: 5, max: 15 })).toBe("5–15 ms");
    expect(sayInterval({ min: 3, max: null })).toBe("at least 3 ms");
    expect(sayInterval({ min: 0, max: null })).toBe("not documented");
  });

  test("a message's name says place, way, text, role, outcome and time", () => {
    const { trace, system, scenario } = stageOf(flow, { fail: "names-down" });
    const names = nameParticipants(scenario);
    expect(trace.messages.slice(0, 2).map((one) => nameMessage(one, system, names))).toEqual([
      expect.stringMatching(/^hop 1, message 1: app to names: Resolve api, call, failed: Names down/),
      "hop 1, message 2: names to app: 10.0.0.1, answer, never reached",
    ]);
  });

  test("finds messages by their text and by whom they join", () => {
    const { scenario, trace } = stageOf(flow);
    expect(findMessages(scenario, trace, "resolve")).toEqual([0]);
    expect(findMessages(scenario, trace, "NAMES")).toEqual([0, 1]);
    expect(findMessages(scenario, trace, " ")).toEqual([]);
    expect([nextHit([0, 2], 0, 1), nextHit([0, 2], 2, 1), nextHit([0, 2], 0, -1), nextHit([], 0, 1)]).toEqual([
      2,
      0,
      2,
      undefined,
    ]);
    expect(markText("GET /get", "get").filter((one) => one.hit)).toHaveLength(2);
    expect(
      markText("GET /get", "get")
        .map((one) => one.text)
        .join(""),
    ).toBe("GET /get");
  });

  test("lists the failures that would bite, as far as their condition holds", () => {
    const { scenario, system, trace } = stageOf(flow);
    const first = trace.messages[0];
    const last = trace.messages[2];
    if (!first || !last) throw new Error("the flow has three messages");
    expect(possibleFaults(first, scenario, system, trace).map((one) => one.id)).toEqual(["names-down"]);
    expect(possibleFaults(last, scenario, system, trace)).toEqual([]);
    const warm = stageOf(flow, { with: "connection=warm" });
    expect(possibleFaults(first, warm.scenario, warm.system, warm.trace)).toEqual([]);
  });

  test("wraps at spaces, keeps the author's lines, and breaks only what is far too long", () => {
    expect(wrapText("one two three", "label", 48, sixPixels)).toEqual(["one two", "three"]);
    expect(wrapText("one\ntwo", "label", 400, sixPixels)).toEqual(["one", "two"]);
    expect(wrapText("abcdefghij", "label", 48, sixPixels)).toEqual(["abcdefghij"]);
    expect(wrapText("a".repeat(40), "label", 48, sixPixels).join("")).toBe("a".repeat(40));
    expect(wrapText("", "label", 48, sixPixels)).toEqual([""]);
  });
});
