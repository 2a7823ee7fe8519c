import { expect, it } from "vitest";
import { createResults, type Playable } from "../../../src/session/results.ts";
import { readFlow, readRun } from "../../fixtures/flow.ts";

const chapter: Playable["chapter"] = JSON.parse("{}");

it("plays a run without failures once: it is what it is compared with", () => {
  const { scenario, system } = readFlow("app -> a : x 0..10ms\n! down a error 500");
  const playable: Playable = { chapter, scenario, system };
  const results = createResults();
  const well = readRun("");
  expect(results.healthy(playable, well)).toBe(results.trace(playable, well));
  const broken = readRun("down");
  expect(results.healthy(playable, broken)).not.toBe(results.trace(playable, broken));
  expect(results.healthy(playable, broken).run.faults).toEqual([]);
});

it("says what a branch changes only where a time is stated", () => {
  const flow = (time: string) =>
    `app -> a : x ${time}\nalt hit\na --> app : yes\nelse miss\na -> b : y\nb --> a : z\nend`;
  const differences = (text: string) => {
    const { scenario, system } = readFlow(text);
    const playable: Playable = { chapter, scenario, system };
    const results = createResults();
    return [...results.differences(playable, results.trace(playable, readRun(""))).values()].map((each) => each.size);
  };
  expect(differences(flow("10ms"))).toEqual([2]);
  expect(differences(flow(""))).toEqual([0]);
});
