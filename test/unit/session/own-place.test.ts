import { expect, test } from "vitest";
import { createSession } from "../../../src/session/create-session.ts";
import { keepOwn } from "../../../src/session/own-chapters.ts";
import { placeOwn, titleOf } from "../../../src/session/own-place.ts";
import { chapterText, fakePorts } from "./fake-ports.ts";

const inFolder = (...files: readonly [file: string, title: string][]) =>
  files.map(([file, title]) => ({ file, text: `# ${title}\n` }));

test("a folder is called as it is, and not as whichever of its chapters comes first", () => {
  const files = inFolder(["runbooks/login.md", "How to log in"], ["runbooks/pay/pay.md", "Paying"]);
  expect(titleOf(files)).toBe("runbooks");
  expect(placeOwn(fakePorts().ports.storage, files)).toBe("own/runbooks");
  expect(titleOf(inFolder(["runbooks/login.md", "How to log in"]))).toBe("How to log in");
  expect(titleOf(inFolder(["login.md", "How to log in"], ["pay.md", "Paying"]))).toBe("How to log in");
  expect(titleOf([...files, ...inFolder(["runbooks/index.md", "Our runbooks"])])).toBe("Our runbooks");
});

test("another folder of the same name stands beside the first", () => {
  const { storage } = fakePorts().ports;
  const [some, others] = ["Ours", "Theirs"].map((title) => inFolder(["docs/a.md", title], ["docs/b.md", "B"]));
  const place = placeOwn(storage, some ?? []);
  keepOwn(storage, place, some ?? []);
  expect(placeOwn(storage, some ?? [])).toBe(place);
  expect(placeOwn(storage, others ?? [])).toBe("own/docs-2");
});

test("an opened folder has its own name in every view, and a file the shelf's", async () => {
  const world = fakePorts();
  const session = createSession(world.ports);
  const nameOf = async (files: ReturnType<typeof inFolder>) => {
    await session.actions.openOwn(files.map(({ file }) => ({ file, text: chapterText })));
    await world.settle();
    const { opened } = session.store.getState();
    return opened.kind === "open" && opened.library.title;
  };
  expect(await nameOf(inFolder(["runbooks/login.md", ""], ["runbooks/pay.md", ""]))).toBe("runbooks");
  expect(await nameOf(inFolder(["login.md", ""]))).toBe("Own");
});
