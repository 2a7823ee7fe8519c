import { expect, it } from "vitest";
import { makeContactSheet } from "../../../src/export/contact-sheet.ts";
import { getScenario, honeydue, play } from "../../golden/honeydue.ts";

it("a run on paper has a frame per hop with what became of it, and the way back in words", () => {
  const scenario = getScenario("User creates a task");
  const sheet = makeContactSheet(scenario, honeydue.system, play(scenario, ["CoreDNS down"]).trace);
  expect(sheet.frames.map(({ n, tone, says }) => `${n} ${tone} ${says}`)).toEqual([
    "1 travels 5–15 ms",
    "2 travels 90–121 ms",
    "3 failed 0.25–0.75 ms · failed: CoreDNS down",
    "4 quiet never reached",
    "5 quiet never reached",
    "6 quiet never reached",
    "7 quiet never reached",
  ]);
  expect(sheet.wayBack).toEqual([
    "Traefik pod (host network) → Cloudflare edge (DFW): an error, status not documented",
    "Cloudflare edge (DFW) → iOS client: an error, status not documented",
  ]);
  expect(sheet.frames[5]?.notes).toMatch(/^Some new tasks cause work that nobody waits for/);
  expect(sheet.frames[2]?.picture.svg).not.toContain("User creates a task</text>");
  expect(Object.fromEntries(sheet.facts)["Failures switched on"]).toBe("CoreDNS down");
});
