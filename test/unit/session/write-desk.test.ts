import { expect, test } from "vitest";
import { createSession } from "../../../src/session/create-session.ts";
import type { Kept } from "../../../src/session/ports/drafts.ts";
import { createDesk } from "../../../src/session/write-desk.ts";
import { fakeDevice, fakeDrafts } from "./fake-drafts.ts";
import { chapterText, fakePorts } from "./fake-ports.ts";

const settle = () => new Promise((resolve) => setTimeout(resolve));

test("what is typed while the device is still writing is jotted down at once", async () => {
  const world = fakePorts("?v=1&chapter=shop/cart&view=write");
  const device = fakeDevice();
  const slow = fakeDrafts(() => 0, device);
  const writes: ((kept: Kept) => void)[] = [];
  slow.write = () => new Promise((done) => writes.push(done));
  const session = createSession({ ...world.ports, drafts: slow });
  await world.settle();
  const desk = createDesk(session);
  await settle();
  desk.edit(`a${chapterText}`);
  desk.edit(`ab${chapterText}`);
  expect(writes).toHaveLength(1);
  expect([...device.jotted.values()].map(({ files }) => files[0]?.text)).toEqual([`ab${chapterText}`]);
  desk.stop();
});
