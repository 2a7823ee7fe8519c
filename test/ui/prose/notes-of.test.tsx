import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { afterEach, expect, test } from "vitest";
import { createSession, type Session } from "../../../src/session/create-session.ts";
import { SessionContext } from "../../../src/ui/app/session-context.ts";
import { NotesOf } from "../../../src/ui/prose/NotesOf.tsx";
import { Prose } from "../../../src/ui/prose/Prose.tsx";
import { chapterText, fakePorts } from "../../unit/session/fake-ports.ts";

afterEach(cleanup);

/** A text as notes of the chapter that is open. */
function show(session: ReturnType<typeof createSession>, text: string): void {
  const { children } = unified().use(remarkParse).parse(text);
  render(
    <SessionContext value={session}>
      <NotesOf at="shop/cart.md">
        <Prose prose={children} />
      </NotesOf>
    </SessionContext>,
  );
}

test("a link to a chapter of the same folder goes to its scenario within the page; one to nowhere is text", async () => {
  const world = fakePorts();
  const session = createSession(world.ports);
  await session.actions.openOwn([
    { file: "shop/cart.md", text: chapterText },
    { file: "shop/pay.md", text: chapterText.replace("# Shop", "# Pay") },
  ]);
  show(session, "[pay](pay.md#fast) [gone](gone.md) [away](https://example.org)");
  expect(screen.getAllByRole("link").map(({ textContent }) => textContent)).toEqual(["pay", "away"]);
  await userEvent.click(screen.getByText("pay"));
  expect(session.store.getState()).toMatchObject({ scenario: "pay", view: "walk", opened: { kind: "open" } });
  expect(world.entries.at(-1)).toContain("scenario=pay");
});

test("a link to a hop of the scenario at hand keeps the run, and says so where the run never comes to it", async () => {
  const session = createSession(fakePorts().ports);
  await session.actions.openOwn([{ file: "shop/cart.md", text: chapterText }]);
  session.actions.toggleFault("store-down");
  show(session, "[second](#hop-2--gate--app) [third](cart.md#hop-1)");
  const hopHere = () => session.results.track(traceOf(session)).steps[session.playhead.get().step]?.hop;
  await userEvent.click(screen.getByText("second"));
  expect([hopHere(), session.store.getState().run.faults.length]).toEqual([2, 1]);
  await userEvent.click(screen.getByText("third"));
  expect(hopHere()).toBe(1);
  session.actions.home();
  session.actions.toggleFault("gate-down");
  await userEvent.click(screen.getByText("second"));
  expect(session.store.getState().notices.at(-1)?.text).toBe(
    "The link points to hop 2, which this run never comes to.",
  );
});

function traceOf(session: Session) {
  const state = session.store.getState();
  const playable = session.results.playable(state);
  if (!playable) throw new Error("nothing is open");
  return session.results.trace(playable, state.run);
}
