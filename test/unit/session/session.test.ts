import { describe, expect, it, vi } from "vitest";
import { createSession, getTheme } from "../../../src/session/create-session.ts";
import type { Fetched } from "../../../src/session/ports/fetcher.ts";
import { fakePorts } from "./fake-ports.ts";

async function start(query = "", files: Readonly<Record<string, Fetched>> = {}) {
  const world = fakePorts(query, files);
  const session = createSession(world.ports);
  await world.settle();
  const state = session.store.getState;
  // Some of what opens a chapter is fetched when it is first needed.
  await vi.waitFor(() => expect(state().opened.kind).not.toBe("loading"), 10_000);
  const verdict = () => {
    const playable = session.results.playable(state());
    if (!playable) throw new Error("nothing is open");
    return session.results.verdict(playable, session.results.trace(playable, state().run));
  };
  return { ...world, session, state, verdict, actions: session.actions };
}

describe("a session", () => {
  it("begins in the library and opens a chapter as a step that back undoes", async () => {
    const { state, actions, entries, go, settle } = await start();
    expect(state().view).toBe("library");
    await actions.open({ kind: "shipped", chapter: "shop/cart" });
    expect(state().view).toBe("walk");
    expect(entries).toEqual(["", "?v=1&chapter=shop/cart&view=walk"]);
    go(-1);
    await settle();
    expect(state().view).toBe("library");
  });

  it("opens paused at the link's place, with its failures and choices", async () => {
    const { state, session, verdict } = await start(
      "?v=1&chapter=shop/cart&at=2.1&fail=gate-down@2.1&with=cached:not-cached",
    );
    expect(state().playing).toBe(false);
    expect(session.playhead.get()).toEqual({ step: 1, fraction: 1 });
    expect(state().run.faults).toEqual([{ id: "gate-down", onset: { hop: 2, message: 1 } }]);
    expect(verdict().outcome).toBe("failed");
    expect(state().notices).toEqual([]);
  });

  it("drops what a link does not know, each with a message", async () => {
    const { state } = await start("?v=1&chapter=shop/cart&fail=flux-down&with=mood:good&scenario=nope&at=9.9&x=1");
    expect(
      state()
        .notices.map(({ text }) => text)
        .join("\n"),
    ).toMatch(/x.*\n.*nope.*\n.*flux-down.*\n.*mood.*\n.*9\.9/s);
    expect(state().opened.kind).toBe("open");
  });

  it("plays from frame to frame to the end, and rewrites the address only when it rests", async () => {
    const { state, session, actions, entries, pass } = await start("?v=1&chapter=shop/cart");
    actions.play();
    pass(200);
    expect(state().playing).toBe(true);
    expect(session.playhead.get().step).toBeGreaterThanOrEqual(0);
    expect(entries).toEqual(["?v=1&chapter=shop/cart"]);
    pass(60_000);
    expect(state().playing).toBe(false);
    expect(entries).toHaveLength(1);
    expect(entries[0]).toContain("at=2.");
  });

  it("lets a failure switched on in mid-play bite only from there on; home clears the onset", async () => {
    const { state, actions, verdict } = await start("?v=1&chapter=shop/cart&at=1.1");
    actions.toggleFault("gate-down");
    expect(state().run.faults).toEqual([{ id: "gate-down", onset: { hop: 2, message: 1 } }]);
    expect(verdict().hop).toBe(2);
    actions.home();
    expect(state().run.faults).toEqual([{ id: "gate-down" }]);
    expect(verdict().hop).toBe(1);
  });

  it("gives switches an entry each, and undo goes back through them", async () => {
    const { state, actions, entries, go, settle } = await start("?v=1&chapter=shop/cart");
    actions.toggleFault("gate-down");
    actions.toggleFault("store-down");
    expect(entries).toHaveLength(3);
    actions.undo();
    expect(state().run.faults.map(({ id }) => id)).toEqual(["gate-down"]);
    actions.redo();
    expect(state().run.faults).toHaveLength(2);
    actions.clearFaults();
    expect(state().run.faults).toEqual([]);
    go(-1);
    await settle();
    expect(state().run.faults).toHaveLength(2);
  });

  it("keeps the playhead at the same message when the run changes", async () => {
    const { session, state, actions } = await start("?v=1&chapter=shop/cart&at=2.1&with=cached:not-cached");
    const messageAt = () => {
      const playable = session.results.playable(state());
      if (!playable) return undefined;
      const trace = session.results.trace(playable, state().run);
      return trace.messages[session.results.track(trace).steps[session.playhead.get().step]?.index ?? -1]?.n;
    };
    const before = messageAt();
    actions.choose(state().opened.kind === "open" ? "cached" : "", "cached");
    expect(messageAt()).toBe(before);
  });

  it("follows a link's theme without storing it", async () => {
    const { state, stored, actions } = await start("?v=1&chapter=shop/cart&theme=dark&spacing=scale");
    expect(getTheme(state())).toBe("dark");
    expect(state().spacing).toBe("scale");
    expect([...stored.keys()]).toEqual([]);
    actions.setTheme("light");
    expect(getTheme(state())).toBe("light");
    expect(stored.get("theme")).toBe("light");
  });

  it("says what is wrong with a source, and where", async () => {
    const files: Record<string, Fetched> = {
      "https://a.example/gone.md": { kind: "status", status: 404 },
      "https://a.example/page": { kind: "text", text: "<!doctype html><p>hi", type: "text/html" },
      "https://a.example/big.md": { kind: "tooLarge", limit: 4_000_000 },
      "https://a.example/empty.md": { kind: "text", text: " \n", type: "text/markdown" },
      "https://a.example/prose.md": { kind: "text", text: "# Only words\n\nNo diagram.", type: "text/plain" },
      "https://a.example/binary.md": { kind: "text", text: "\u0089PNG\u0000\u0001", type: "image/png" },
    };
    const titles: Record<string, string> = {};
    for (const url of [...Object.keys(files), "https://a.example/cors.md", "javascript:alert(1)"]) {
      const { state } = await start(`?v=1&src=${encodeURIComponent(url)}`, files);
      const { opened } = state();
      titles[url] = opened.kind === "failed" ? opened.title : opened.kind;
      if (opened.kind === "failed") expect(opened.message.length).toBeGreaterThan(20);
    }
    expect(titles).toEqual({
      "https://a.example/gone.md": "There is no chapter at this address",
      "https://a.example/page": "This is a web page, not a chapter",
      "https://a.example/big.md": "The chapter is too large",
      "https://a.example/empty.md": "The chapter is empty",
      "https://a.example/prose.md": "There is nothing to play in this chapter",
      "https://a.example/binary.md": "This is not a text file",
      "https://a.example/cors.md": "The address cannot be read from here",
      "javascript:alert(1)": "This is not an address Hopwise can read",
    });
  });

  it("tells of a chapter that does not exist, and of one that stayed in another browser", async () => {
    const missing = await start("?v=1&chapter=shop/sold");
    expect(missing.state().opened).toMatchObject({ kind: "failed", title: "There is no such chapter" });
    const lost = await start("?v=1&chapter=own/mine");
    expect(lost.state().opened).toMatchObject({ kind: "failed", title: "This chapter is not in this browser" });
  });

  it("lets back lead from what could not be opened to where the reader came from", async () => {
    const { state, actions, entries, go, settle } = await start("?v=1&chapter=shop/cart");
    await actions.openOwn([{ file: "empty.md", text: "" }]);
    expect(state().opened).toMatchObject({ kind: "failed", title: "The chapter is empty" });
    expect(entries).toEqual(["?v=1&chapter=shop/cart", "?v=1&view=walk"]);
    go(-1);
    await settle();
    expect(state()).toMatchObject({ view: "walk", opened: { kind: "open" } });

    const url = "https://a.example/gone.md";
    await actions.open({ kind: "url", url });
    expect(entries.at(-1)).toBe(`?v=1&src=${url}&view=walk`);
    actions.show("library");
    expect(entries.at(-1)).toBe("");
    go(-1);
    await settle();
    await vi.waitFor(() => expect(state().opened).toMatchObject({ kind: "failed", retry: { url } }));
  });

  it("keeps opened text in the browser, so that its address works after a reload", async () => {
    const first = await start();
    await first.actions.openOwn([{ file: "My flow.mmd", text: "sequenceDiagram\n  A->>B: hi\n  B-->>A: hello" }]);
    expect(first.state().opened.kind).toBe("open");
    expect(first.entries.at(-1)).toBe("?v=1&chapter=own/my-flow&view=walk");
    const world = fakePorts(first.entries.at(-1));
    for (const [key, value] of first.stored) world.stored.set(key, value);
    const again = createSession(world.ports);
    await world.settle();
    expect(again.store.getState().opened.kind).toBe("open");
  });

  it("lives beside another one without either noticing", async () => {
    const one = await start("?v=1&chapter=shop/cart");
    const two = await start("?v=1&chapter=shop/cart");
    one.actions.toggleFault("gate-down");
    one.actions.toEnd();
    expect(two.state().run.faults).toEqual([]);
    expect(two.session.playhead.get().step).toBe(-1);
  });
});
