import { act, cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { createSession } from "../../../src/session/create-session.ts";
import type { Renaming } from "../../../src/session/write-text.ts";
import { SessionContext } from "../../../src/ui/app/session-context.ts";
import { RenameDialog } from "../../../src/ui/write/RenameDialog.tsx";
import type { TextDeeds } from "../../../src/ui/write/use-text-deeds.ts";
import { fakePorts } from "../../unit/session/fake-ports.ts";

afterEach(cleanup);

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

test("a plan that takes long is said to be made, and one for an older name is dropped", async () => {
  const world = fakePorts();
  const answers: ((plan: Renaming) => void)[] = [];
  const planRename = () => new Promise<Renaming>((resolve) => answers.push(resolve));
  const deeds = { planRename, closeName() {}, rename() {} } as unknown as TextDeeds;
  const first = { id: "Api" };
  render(
    <SessionContext value={createSession(world.ports)}>
      <RenameDialog all={[first]} first={first} deeds={deeds} />
    </SessionContext>,
  );
  const name = screen.getByLabelText("New name");
  await userEvent.type(name, "x");
  act(() => world.pass(400));
  expect(screen.queryByText(/is being looked for/)).toBeNull();
  act(() => world.pass(200));
  screen.getByText("A long chapter: every place is being looked for…");
  await userEvent.type(name, "y");
  act(() => world.pass(200));
  await act(async () => answers[0]?.({ kind: "refused", why: "Old." }));
  expect(screen.queryByText("Old.")).toBeNull();
  await act(async () => answers[1]?.({ kind: "refused", why: "New." }));
  screen.getByText("New.");
});

test("the new name is typed at once over the old one, and Enter is kept until the plan is there", async () => {
  const world = fakePorts();
  const prose: Renaming = { kind: "edits", edits: [], prose: [{ start: 5, end: 8, text: "Gate" }] };
  const plans: Renaming[] = [prose, { kind: "edits", edits: [{ start: 0, end: 3, text: "Gateway" }], prose: [] }];
  const rename = vi.fn();
  const deeds = { planRename: async () => plans.shift(), closeName() {}, rename, lineAt() {} } as unknown as TextDeeds;
  const first = { id: "Api" };
  render(
    <SessionContext value={createSession(world.ports)}>
      <RenameDialog all={[first]} first={first} deeds={deeds} />
    </SessionContext>,
  );
  const name = screen.getByLabelText<HTMLInputElement>("New name");
  await userEvent.keyboard("Gate{Enter}");
  expect(name.value).toBe("Gate");
  await act(async () => world.pass(200));
  // What stands in prose is looked at first.
  screen.getByRole("checkbox", { name: /Where the prose says it/ });
  expect(rename).not.toHaveBeenCalled();
  await userEvent.type(name, "way{Enter}");
  await act(async () => world.pass(200));
  expect(rename).toHaveBeenCalledWith(first, [{ start: 0, end: 3, text: "Gateway" }]);
});
