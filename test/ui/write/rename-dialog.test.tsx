import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { createSession } from "../../../src/session/create-session.ts";
import { SessionContext } from "../../../src/ui/app/session-context.ts";
import { RenameDialog } from "../../../src/ui/write/RenameDialog.tsx";
import type { TextDeeds } from "../../../src/ui/write/use-text-deeds.ts";
import { fakePorts } from "../../unit/session/fake-ports.ts";

test("a rename is planned once the name is typed, not with each key", async () => {
  const world = fakePorts();
  const planRename = vi.fn(async () => ({ kind: "edits", edits: [{ start: 0, end: 3, text: "Gateway" }], prose: [] }));
  const deeds = { planRename, closeName() {}, rename() {} } as unknown as TextDeeds;
  const first = { id: "Api" };
  render(
    <SessionContext value={createSession(world.ports)}>
      <RenameDialog all={[first]} first={first} deeds={deeds} />
    </SessionContext>,
  );
  const name = screen.getByLabelText("New name");
  await userEvent.clear(name);
  await userEvent.type(name, "Gateway");
  world.pass(100);
  expect(planRename).not.toHaveBeenCalled();
  world.pass(100);
  expect(planRename.mock.calls).toEqual([[first, { id: "Gateway" }]]);
  await vi.waitFor(() => expect(screen.getByText(/In 1 place/)).toBeTruthy());
});
