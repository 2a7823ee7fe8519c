import { expect, test, vi } from "vitest";
import { createSession } from "../../../src/session/create-session.ts";
import { momentLink } from "../../../src/session/load-walkthrough.ts";
import { fakePorts } from "./fake-ports.ts";

const review = `---
type: walkthrough
---
# Store away

## Before
[Show](?v=1&chapter=shop/cart&at=1.1)

## It goes
[Show](https://elsewhere.example/app?v=1&chapter=shop/cart&fail=store-down&at=2.1)

## What we learned
Nothing.
`;
const address = "https://docs.example/review.md";
const world = (query = "") =>
  fakePorts(query, { [address]: { kind: "text", text: review, type: "text/markdown" } } as never);

async function start(query: string) {
  const fake = world(query);
  const session = createSession(fake.ports);
  const state = session.store.getState;
  await vi.waitFor(() => expect(state().opened.kind).toMatch(/open|failed/), 10_000);
  return { ...fake, session, state };
}

test("a walkthrough opens at its first moment, in place of the entry that named it", async () => {
  const { state, entries } = await start(`?v=1&src=${address}`);
  expect(state().walkthrough).toEqual({ of: address, n: 1 });
  expect(state().opened).toMatchObject({ kind: "open", source: { chapter: "shop/cart" } });
  expect(entries).toHaveLength(1);
  expect(entries[0]).toMatch(/chapter=shop\/cart&at=1\.1&.*walkthrough=https:\/\/docs\.example\/review\.md&moment=1/);
});

test("each moment is a step that back undoes, and has its own failures", async () => {
  const { session, state, entries, go } = await start(`?v=1&src=${address}`);
  await session.actions.goToMoment(address, 2);
  expect(state().run.faults).toEqual([{ id: "store-down" }]);
  expect(entries.at(-1)).toContain("moment=2");
  await session.actions.goToMoment(address, 3);
  expect(state().run.faults).toEqual([{ id: "store-down" }]);
  go(-1);
  await vi.waitFor(() => expect(state().walkthrough?.n).toBe(2), 10_000);
  session.actions.leaveWalkthrough();
  expect(entries.at(-2)).not.toContain("moment");
  expect(state().run.faults).toEqual([{ id: "store-down" }]);
});

test("a reload finds the moment; one beyond the last is the last; another scenario ends it", async () => {
  const { session, state } = await start(`?v=1&walkthrough=${address}&moment=9`);
  expect(state().walkthrough).toEqual({ of: address, n: 3 });
  expect(state().run.faults).toEqual([{ id: "store-down" }]);
  session.actions.pickScenario("shop");
  expect(state().walkthrough).toBeUndefined();
});

test("a walkthrough of someone else's device, and a chapter that is none, are said", async () => {
  expect((await start("?v=1&walkthrough=own/review")).state().opened).toMatchObject({
    kind: "failed",
    title: "This walkthrough is not in this browser",
  });
  expect((await start("?v=1&walkthrough=gone.md")).state().opened).toMatchObject({ kind: "failed" });
});

test("a link that names no chapter means one beside the walkthrough", () => {
  const moments = [{ title: "One", notes: [], link: "?v=1&scenario=pay&fail=x", line: 1 }];
  expect(momentLink("own/review", moments, 1)).toMatchObject({ chapter: "own/review", scenario: "pay" });
});
