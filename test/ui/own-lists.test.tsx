import { act, cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { createSession } from "../../src/session/create-session.ts";
import { SessionContext } from "../../src/ui/app/session-context.ts";
import { LibraryView } from "../../src/ui/library/LibraryView.tsx";
import { fakeDevice, fakeDrafts } from "../unit/session/fake-drafts.ts";
import { chapterText, fakePorts } from "../unit/session/fake-ports.ts";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test("what is forgotten or deleted leaves the focus where it was listed, and Undo is at hand", async () => {
  vi.stubGlobal("confirm", () => true);
  const drafts = fakeDrafts(() => 0, fakeDevice());
  const files = [{ file: "a.md", text: chapterText }];
  for (const title of ["One", "Two"])
    await drafts.write({ id: `draft/${title}`, title, files, file: "a.md", changed: 0 });
  const session = createSession({ ...fakePorts().ports, drafts });
  await session.actions.openOwn(files);
  await act(async () => {
    render(
      <SessionContext value={session}>
        <LibraryView />
      </SessionContext>,
    );
  });
  const press = async (name: string) => {
    const button = screen.getByRole("button", { name });
    button.focus();
    await act(async () => fireEvent.click(button));
    return document.activeElement?.textContent;
  };
  expect(await press("Forget Shop")).toBe("Undo");
  expect(await press("Undo")).toBe("Opened before");
  expect(await press("Delete the draft One")).toBe("Your drafts");
  const left = within(screen.getByRole("region", { name: "Your drafts" })).getAllByRole("link");
  expect(left.map(({ textContent }) => textContent)).toEqual(["Two"]);
});
