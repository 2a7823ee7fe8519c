import { expect, test } from "vitest";
import type { Kept, StoredDraft } from "../../../src/session/ports/drafts.ts";
import { createKeeping } from "../../../src/session/write-keeping.ts";
import { fakeDevice, fakeDrafts } from "./fake-drafts.ts";
import { fakePorts } from "./fake-ports.ts";

const state = (id: string, text: string): StoredDraft => ({
  id,
  title: id,
  files: [{ file: "a.md", text }],
  file: "a.md",
  changed: 0,
});

function desk() {
  const world = fakePorts();
  const device = fakeDevice();
  const drafts = fakeDrafts(() => 0, device);
  const told: string[] = [];
  const keep = createKeeping(world.ports.clock, drafts, ({ id, files }, kept) =>
    told.push(`${id} ${files[0]?.text} ${kept}`),
  );
  const pass = async (time: number) => {
    world.pass(time);
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { device, drafts, told, keep, pass };
}

test("a state is jotted down at once and is in the database when its keystroke has been painted", async () => {
  const { device, told, keep, pass } = desk();
  void keep(state("a", "one"));
  expect(device.jotted.get("a")?.files[0]?.text).toBe("one");
  await pass(20);
  expect(device.drafts.size).toBe(0);
  await pass(20);
  expect(device.drafts.get("a")?.files[0]?.text).toBe("one");
  expect(told).toEqual(["a one device"]);
});

test("of states that follow fast only the newest goes into the database, and none after it", async () => {
  const { told, keep, pass } = desk();
  void keep(state("a", "one"));
  void keep(state("a", "two"));
  await pass(40);
  await pass(40);
  expect(told).toEqual(["a two device"]);
});

test("what is kept while the database writes is jotted down and follows it; who waits, waits for both", async () => {
  const { device, drafts, told, keep, pass } = desk();
  let done = (_: Kept): void => undefined;
  const { write } = drafts;
  drafts.write = () => new Promise((resolve) => (done = resolve));
  void keep(state("a", "one"));
  await pass(40);
  const all = keep(state("a", "two"));
  void keep(state("b", "other"));
  expect(device.jotted.get("a")?.files[0]?.text).toBe("two");
  drafts.write = write;
  done("small");
  for (let n = 0; n < 3; n += 1) await pass(40);
  await all;
  expect(told).toEqual(["a one small", "a two device", "b other device"]);
});
