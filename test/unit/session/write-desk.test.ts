import { expect, test } from "vitest";
import { isDraft } from "../../../src/browser/draft-schema.ts";
import { createSession } from "../../../src/session/create-session.ts";
import { beginChapter, openDraft } from "../../../src/session/new-chapter.ts";
import { addressOfNotes } from "../../../src/session/notes-address.ts";
import type { Kept } from "../../../src/session/ports/drafts.ts";
import { createDesk } from "../../../src/session/write-desk.ts";
import { fakeDevice, fakeDrafts } from "./fake-drafts.ts";
import { chapterText, fakePorts, settle } from "./fake-ports.ts";

type World = ReturnType<typeof fakePorts>;

/** A desk for what the world's address names. */
async function openDesk(world: World, drafts: ReturnType<typeof fakeDrafts>) {
  const session = createSession({ ...world.ports, drafts });
  await world.settle();
  const desk = createDesk(session);
  await settle();
  return desk;
}

test("what is typed while the device is still writing is jotted down at once", async () => {
  const world = fakePorts("?v=1&chapter=shop/cart&view=write");
  const device = fakeDevice();
  const slow = fakeDrafts(() => 0, device);
  const writes: ((kept: Kept) => void)[] = [];
  slow.write = () => new Promise((done) => writes.push(done));
  const desk = await openDesk(world, slow);
  desk.edit(`a${chapterText}`);
  world.pass(50);
  await settle();
  desk.edit(`ab${chapterText}`);
  expect(writes).toHaveLength(1);
  expect([...device.jotted.values()].map(({ files }) => files[0]?.text)).toEqual([`ab${chapterText}`]);
  desk.stop();
});

test("where a draft is kept is said when the device has answered, and may be typed before", async () => {
  const world = fakePorts("?v=1&view=write");
  const drafts = fakeDrafts(() => 0);
  let answer = (_: Kept): void => undefined;
  drafts.place = () =>
    new Promise((resolve) => {
      answer = resolve;
    });
  const session = createSession({ ...world.ports, drafts });
  await world.settle();
  await beginChapter(session, chapterText);
  const desk = createDesk(session);
  for (let k = 0; k < 10; k += 1) await settle();
  expect(desk.store.getState()).toMatchObject({ kept: "unknown", hand: "mine" });
  answer("memory");
  await settle();
  expect(desk.store.getState().kept).toBe("memory");
  desk.edit(`a${chapterText}`);
  world.pass(50);
  await settle();
  expect(desk.store.getState().kept).toBe("device");
  desk.stop();
});

test("a draft's text is there when it can be typed into, with what a page that was closing still wrote", async () => {
  const world = fakePorts("?v=1&view=write");
  const device = fakeDevice();
  const drafts = fakeDrafts(() => 0, device);
  const session = createSession({ ...world.ports, drafts });
  await world.settle();
  await beginChapter(session, chapterText);
  const { hold } = drafts;
  let closed = (): void => undefined;
  const closing = new Promise<void>((done) => {
    closed = done;
  });
  drafts.hold = async (...asked) => {
    await closing;
    return hold(...asked);
  };
  const desk = createDesk(session);
  for (let k = 0; k < 10; k += 1) await settle();
  expect(desk.store.getState()).toMatchObject({ ready: false, hand: "asking" });
  for (const draft of device.drafts.values()) await drafts.write({ ...draft, files: [{ file: "a.md", text: "last" }] });
  closed();
  for (let k = 0; k < 10; k += 1) await settle();
  expect(desk.store.getState()).toMatchObject({ ready: true, hand: "mine", files: [{ file: "a.md", text: "last" }] });
  desk.stop();
});

test("a tab that may only read goes on with what the other one wrote, once that lets go", async () => {
  const device = fakeDevice();
  let now = 0;
  const first = fakePorts("?v=1&view=write");
  const session = createSession({ ...first.ports, drafts: fakeDrafts(() => ++now, device) });
  await first.settle();
  await beginChapter(session, chapterText);
  const writer = createDesk(session);
  for (let k = 0; k < 10; k += 1) await settle();
  const other = fakePorts("?v=1&view=write");
  const theirs = createSession({ ...other.ports, drafts: fakeDrafts(() => ++now, device) });
  await other.settle();
  for (const draft of device.drafts.values()) await openDraft(theirs, draft);
  const reader = createDesk(theirs);
  for (let k = 0; k < 10; k += 1) await settle();
  expect(reader.store.getState().hand).toBe("elsewhere");
  reader.edit("lost");
  writer.edit(`a${chapterText}`);
  first.pass(50);
  for (let k = 0; k < 10; k += 1) await settle();
  writer.stop();
  for (let k = 0; k < 10; k += 1) await settle();
  expect(reader.store.getState()).toMatchObject({ hand: "mine", files: [{ text: `a${chapterText}` }] });
  reader.edit(`b${chapterText}`);
  expect([...device.jotted.values()].map(({ files }) => files[0]?.text)).toEqual([`b${chapterText}`]);
  // What the other one wrote is there to go back to.
  await settle();
  // What that tab made a version of when it was left is none a second time.
  expect((await reader.versions()).map(({ files }) => files[0]?.text)).toEqual([`a${chapterText}`, chapterText]);
  expect(device.versions.size).toBe(2);
  reader.stop();
});

test("versions that hold the same as the one before are listed once, and a copy has its own beginning", async () => {
  const device = fakeDevice();
  const world = fakePorts("?v=1&view=write");
  const drafts = fakeDrafts(() => 1_000, device);
  const session = createSession({ ...world.ports, drafts });
  await world.settle();
  await beginChapter(session, chapterText);
  const [draft] = [...device.drafts.values()];
  if (!draft) throw new Error("no draft");
  const past = ["a", "b", "b", "a"].map((text, at) => ({
    id: `v${at}`,
    draft: draft.id,
    at,
    why: "Then",
    files: [{ file: draft.file, text }],
  }));
  for (const version of past) await drafts.addVersion(version);
  await drafts.addVersion({ ...draft, id: "v4", draft: draft.id, at: 4, why: "Then" });
  const desk = createDesk(session);
  for (let k = 0; k < 10; k += 1) await settle();
  expect((await desk.versions()).map(({ id }) => id)).toEqual(["v4", "v3", "v1", "v0"]);
  desk.copy();
  for (let k = 0; k < 10; k += 1) await settle();
  expect((await desk.versions()).map(({ files }) => files[0]?.text)).toEqual([chapterText]);
  desk.stop();
});

test("what is typed here stays when a reading of the other tab's text ends late", async () => {
  const device = fakeDevice();
  const other = fakeDrafts(() => 0, device);
  const id = "draft/a";
  await other.write({ id, title: "A", files: [{ file: "a.md", text: chapterText }], file: "a.md", changed: 0 });
  const held = await other.hold(id, false);
  const world = fakePorts("?v=1&view=write");
  const drafts = fakeDrafts(() => 1, device);
  const session = createSession({ ...world.ports, drafts });
  await world.settle();
  for (const draft of device.drafts.values()) await openDraft(session, draft);
  const desk = createDesk(session);
  for (let k = 0; k < 10; k += 1) await settle();
  const { read } = drafts;
  let end = (): void => undefined;
  drafts.read = async (asked) => {
    drafts.read = read;
    const found = await read(asked);
    await new Promise<void>((done) => {
      end = done;
    });
    return found;
  };
  for (const draft of device.drafts.values()) await other.write({ ...draft, changed: 1 });
  held?.release();
  for (let k = 0; k < 10; k += 1) await settle();
  desk.edit(`typed ${chapterText}`);
  end();
  for (let k = 0; k < 10; k += 1) await settle();
  expect(desk.store.getState()).toMatchObject({ hand: "mine", files: [{ text: `typed ${chapterText}` }] });
  desk.stop();
});

test("the first change of a draft keeps what was there before, once", async () => {
  const device = fakeDevice();
  let now = 0;
  const write = async (text: string) => {
    const world = fakePorts("?v=1&view=write");
    const session = createSession({ ...world.ports, drafts: fakeDrafts(() => ++now, device) });
    await world.settle();
    if (device.drafts.size === 0) await beginChapter(session, chapterText);
    else for (const draft of device.drafts.values()) await openDraft(session, draft);
    const desk = createDesk(session);
    for (let k = 0; k < 10; k += 1) await settle();
    desk.edit(text);
    desk.edit(`${text}!`);
    world.pass(50);
    await settle();
    // The page is closed: nothing is said to the desk.
    device.holders.clear();
    return (await desk.versions()).map(
      ({ files, why }) => `${why}: ${files[0]?.text === chapterText ? "first" : files[0]?.text}`,
    );
  };
  expect(await write("")).toEqual(["As it was opened: first"]);
  expect(await write("again")).toEqual(["As it was opened: !", "As it was opened: first"]);
  expect(await write("!")).toHaveLength(3);
});

test("who hears that a text was read finds the same text on the stage", async () => {
  const world = fakePorts("?v=1&view=write");
  const session = createSession({ ...world.ports, drafts: fakeDrafts(() => 0) });
  await world.settle();
  await beginChapter(session, chapterText);
  const desk = createDesk(session);
  for (let k = 0; k < 10; k += 1) await settle();
  const heard: boolean[] = [];
  desk.store.subscribe(({ problems, checked }, before) => {
    if (problems === before.problems) return;
    const { opened } = session.store.getState();
    heard.push(opened.kind === "open" && opened.files[0]?.text === checked);
  });
  desk.edit(`\n${chapterText}`);
  for (let k = 0; k < 10; k += 1) await settle();
  expect(heard).toEqual([true]);
});

test("one reading that was held up makes no key wait, and two in a row do", async () => {
  const world = fakePorts("?v=1&chapter=shop/cart&view=write");
  const { reader } = world.ports;
  let takes = 0;
  const slow: typeof reader = {
    async read(id, files) {
      world.pass(takes);
      return reader.read(id, files);
    },
  };
  const session = createSession({ ...world.ports, reader: slow, drafts: fakeDrafts(() => 0) });
  await world.settle();
  const desk = createDesk(session);
  const type = async (text: string, time: number) => {
    takes = time;
    desk.edit(text + chapterText);
    await settle();
    return desk.store.getState().checked === text + chapterText;
  };
  await settle();
  expect(await type("a", 0)).toBe(true);
  expect(await type("b", 400)).toBe(true);
  expect(await type("c", 400)).toBe(true);
  expect(await type("d", 0)).toBe(false);
  desk.stop();
});

test("a draft knows where its chapter stood, after a reload and in a copy, and its pictures stand there", async () => {
  const url = "https://docs.example/flows/cart.md";
  const device = fakeDevice();
  const world = fakePorts(`?v=1&src=${encodeURIComponent(url)}&view=write`, {
    [url]: { kind: "text", text: chapterText, type: "text/markdown" },
  });
  const desk = await openDesk(
    world,
    fakeDrafts(() => 0, device),
  );
  desk.edit(`a${chapterText}`);
  world.pass(50);
  await settle();
  desk.copy();
  world.pass(50);
  await settle();
  desk.stop();
  const stored = [...device.drafts.values()];
  expect(stored.map(({ from }) => from)).toEqual([
    { kind: "url", url },
    { kind: "url", url },
  ]);
  // As the browser keeps them; and one of before, which says nothing of it.
  const kept = JSON.parse(JSON.stringify(stored[0]));
  expect([isDraft(kept), isDraft({ ...kept, from: undefined })]).toEqual([true, true]);

  const again = fakePorts(`?v=1&chapter=${kept.id}&view=write`);
  const later = createSession({ ...again.ports, drafts: fakeDrafts(() => 0, device) });
  await again.settle();
  const { opened } = later.store.getState();
  if (opened.kind !== "open") throw new Error("the draft did not open");
  expect(addressOfNotes({ source: opened.source, file: kept.file }, again.ports.shelf)).toBe(url);
});
