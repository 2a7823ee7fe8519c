import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { afterEach, expect, test } from "vitest";
import { createSession } from "../../src/session/create-session.ts";
import type { Introduction, LibraryCard } from "../../src/session/ports/shelf.ts";
import { SessionContext } from "../../src/ui/app/session-context.ts";
import { LibraryView } from "../../src/ui/library/LibraryView.tsx";
import { chapterText, fakePorts } from "../unit/session/fake-ports.ts";

afterEach(cleanup);

const scenario = { id: "shop", title: "Shop", hops: 2, messages: 4, total: { min: 1, max: 2 }, breaks: [] };
const card: LibraryCard = {
  id: "shop",
  title: "The shop",
  faults: 2,
  chapters: [{ id: "shop/cart", title: "Cart", problems: 0, scenarios: [scenario] }],
};
const notes = unified().use(remarkParse).parse("How a [cart](cart.md) goes.").children;

function show(card: LibraryCard, about: () => Promise<Introduction | undefined>) {
  const { ports } = fakePorts();
  const session = createSession({ ...ports, shelf: { ...ports.shelf, cards: [card], about } });
  const view = render(
    <SessionContext value={session}>
      <LibraryView />
    </SessionContext>,
  );
  return { session, view };
}

/** As the browser does when its summary is clicked. */
async function open(title: string): Promise<void> {
  const details = screen.getByText(title).closest("details");
  if (!details) throw new Error("no disclosure");
  await act(async () => {
    details.open = true;
  });
}

test("what a library says of itself is fetched when it is asked for; one that fails says so and can be tried again", async () => {
  let asked = 0;
  show({ ...card, about: "library/shop-about-1.json" }, async () => {
    asked += 1;
    if (asked === 1) throw new Error("The site answered 503.");
    return { file: "shop/index.md", notes };
  });
  expect(asked).toBe(0);
  await open("About The shop");
  expect(screen.getByRole("alert").textContent).toContain("The site answered 503.");
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  const link = await screen.findByRole("link", { name: "cart" });
  expect(link.getAttribute("href")).toBe("?v=1&chapter=shop/cart");
  expect(asked).toBe(2);
});

test("a library without prose, or of a site built before there was any, has nothing to open", () => {
  show(card, async () => undefined);
  expect(screen.queryByText(/^About/)).toBeNull();
});

test("a folder of the reader's own says it, too, and leads to its chapters", async () => {
  const { session } = show(card, async () => undefined);
  const index = "# Our flows\n\nFirst the [cart](cart.md).\n";
  await act(() =>
    session.actions.openOwn([
      { file: "flows/index.md", text: index },
      { file: "flows/cart.md", text: chapterText },
    ]),
  );
  // One scenario alone is what every view shows.
  expect(screen.queryAllByRole("link", { name: "Shop" })).toHaveLength(1);
  await open("About Our flows");
  fireEvent.click(await screen.findByRole("link", { name: "cart" }));
  expect(session.store.getState()).toMatchObject({ view: "walk", scenario: "shop" });
});

test("an opened folder's scenarios are listed, searched and gone to", async () => {
  const { session } = show(card, async () => undefined);
  await act(() =>
    session.actions.openOwn([
      { file: "flows/cart.md", text: chapterText },
      { file: "flows/paying.md", text: chapterText.replace("# Shop", "# Paying") },
    ]),
  );
  const section = screen.getByRole("region", { name: /flows/i });
  const titles = () =>
    within(section)
      .getAllByRole("link")
      .map(({ textContent }) => textContent);
  expect(titles()).toEqual(["Shop", "Paying"]);
  fireEvent.change(screen.getByRole("searchbox"), { target: { value: "pay" } });
  expect(titles()).toEqual(["Paying"]);
  expect(screen.getAllByRole("status")[0]?.textContent).toBe("1 found");
  const link = within(section).getByRole("link", { name: "Paying" });
  expect(link.getAttribute("href")).toBe("?v=1&chapter=own/flows&scenario=paying");
  fireEvent.click(link);
  expect(session.store.getState()).toMatchObject({ view: "walk", scenario: "paying" });
});
