import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { afterEach, expect, test } from "vitest";
import { createSession } from "../../../src/session/create-session.ts";
import { SessionContext } from "../../../src/ui/app/session-context.ts";
import { NotesOf } from "../../../src/ui/prose/NotesOf.tsx";
import { Prose } from "../../../src/ui/prose/Prose.tsx";
import { chapterText, fakePorts } from "../../unit/session/fake-ports.ts";

afterEach(cleanup);

test("a link to a chapter of the same folder goes to its scenario within the page; one to nowhere is text", async () => {
  const world = fakePorts();
  const session = createSession(world.ports);
  await session.actions.openOwn([
    { file: "shop/cart.md", text: chapterText },
    { file: "shop/pay.md", text: chapterText.replace("# Shop", "# Pay") },
  ]);
  const tree = unified().use(remarkParse).parse("[pay](pay.md#fast) [gone](gone.md) [away](https://example.org)");
  render(
    <SessionContext value={session}>
      <NotesOf at="shop/cart.md">
        <Prose prose={tree.children} />
      </NotesOf>
    </SessionContext>,
  );
  expect(screen.getAllByRole("link").map(({ textContent }) => textContent)).toEqual(["pay", "away"]);
  await userEvent.click(screen.getByText("pay"));
  expect(session.store.getState()).toMatchObject({ scenario: "pay", view: "walk", opened: { kind: "open" } });
  expect(world.entries.at(-1)).toContain("scenario=pay");
});
