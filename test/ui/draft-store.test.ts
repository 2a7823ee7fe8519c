import { expect, test } from "vitest";
import { createDraftStore } from "../../src/browser/draft-store.ts";

test("what is typed while the database refuses an older text stays in the small store", async () => {
  const draft = (text: string, changed: number) => {
    return { id: "draft/a", title: "A", files: [{ file: "a.md", text }], file: "a.md", changed };
  };
  // There is no database at all here.
  const store = createDraftStore();
  const older = store.write(draft("fi", 1));
  store.jot(draft("first", 2));
  expect(await older).toBe("small");
  // As the page finds it that is opened now.
  expect((await createDraftStore().read("draft/a"))?.files[0]?.text).toBe("first");
});
