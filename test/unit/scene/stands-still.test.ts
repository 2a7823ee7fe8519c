import { expect, test } from "vitest";
import { standsStill } from "../../../src/scene/stands-still.ts";
import { stageOf } from "./stage-fixture.ts";

const flow = `
client app
service api
# 1 App → api 10..20ms
app -> api : GET /things
api --> app : 200
`;
const { layout } = stageOf(flow);

test.each([
  ["a letter is typed", flow.replace("things", "thing"), {}, true],
  ["a message more", `${flow}app -> api : GET /more\n`, {}, false],
  ["words that take another line", flow.replace("things", "things ".repeat(60)), {}, false],
  ["another width", flow, { width: 1200 }, false],
] as const)("%s", (_, text, how, still) => {
  expect(standsStill(layout, stageOf(text, how).layout)).toBe(still);
});
