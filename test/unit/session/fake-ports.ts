import { vi } from "vitest";
import * as textTools from "../../../src/chapter/edit/text-tools.ts";
import { parseLibrary } from "../../../src/chapter/parse-library.ts";
import type { Fetched } from "../../../src/session/ports/fetcher.ts";
import type { Ports } from "../../../src/session/ports/ports.ts";
import type { Tools } from "../../../src/session/ports/text-tools.ts";
import { fakeDrafts } from "./fake-drafts.ts";

export const chapterText = `# Shop

## Hop 1 — Phone → Gate

\`\`\`mermaid
sequenceDiagram
    participant P as Phone
    participant G as Gate
    participant A as App
    participant D as Store
    P->>G: GET /cart
\`\`\`

- Latency: 10–20 ms

## Hop 2 — Gate → App

\`\`\`mermaid
sequenceDiagram
    participant G as Gate
    participant A as App
    participant D as Store
    G->>A: GET /cart
    alt cached
        A->>A: read memory
    else not cached
        A->>D: SELECT
        D-->>A: rows
    end
    A-->>G: 200
\`\`\`

- Latency: 5 ms

| Failure | User sees | Recovery |
| ------- | --------- | -------- |
| Gate down | 502 | Restart the gate |
| Store down | 500 | Wake someone |
`;

/** A world made of text: time stands until it is told to pass, addresses are a list. */
export function fakePorts(query = "", files: Readonly<Record<string, Fetched>> = {}) {
  let now = 0;
  let frames: ((now: number) => void)[] = [];
  let timers: { at: number; callback: () => void }[] = [];
  const stored = new Map<string, string>();
  const entries = [query];
  let entry = 0;
  const movers = new Set<() => void>();
  const library = parseLibrary("shop", [{ file: "shop/cart.md", text: chapterText }]);

  const ports: Ports = {
    clock: {
      now: () => now,
      onFrame(callback) {
        frames.push(callback);
        return () => {
          frames = frames.filter((one) => one !== callback);
        };
      },
      after(duration, callback) {
        const timer = { at: now + duration, callback };
        timers.push(timer);
        return () => {
          timers = timers.filter((one) => one !== timer);
        };
      },
    },
    address: {
      read: () => entries[entry] ?? "",
      push(next) {
        entries.splice(entry + 1, entries.length, next);
        entry += 1;
      },
      replace(next) {
        entries[entry] = next;
      },
      onMove(callback) {
        movers.add(callback);
        return () => movers.delete(callback);
      },
      absolute: (next) => `https://docs.example/${next}`,
    },
    storage: {
      get: (key) => stored.get(key),
      set(key, value) {
        stored.set(key, value);
        return true;
      },
      remove: (key) => void stored.delete(key),
      keys: () => [...stored.keys()],
    },
    fetcher: { fetchText: async (url) => files[url] ?? { kind: "unreachable" } },
    clipboard: { write: async () => true },
    colorScheme: { dark: () => false, onChange: () => () => {} },
    sampling: { sample: () => ({ done: Promise.resolve(undefined), cancel: () => {} }) },
    medians: { sample: () => ({ done: Promise.resolve(undefined), cancel: () => {} }) },
    shelf: {
      cards: [],
      load: async (id) => (id === "shop/cart" ? library : undefined),
      about: async () => undefined,
      address: (file) => (file === "shop/cart.md" ? "https://docs.example/chapters/shop/cart.md" : undefined),
      text: async (file) => (file === "shop/cart.md" ? chapterText : undefined),
    },
    saver: { save: () => {} },
    drawing: {
      draw: () => ({ done: Promise.resolve(undefined), cancel: () => {} }),
      paint: () => ({ done: Promise.resolve(undefined), cancel: () => {} }),
    },
    packer: {
      pack: async (text) => Buffer.from(text).toString("base64url"),
      unpack: async (packed, limit) => {
        const text = Buffer.from(packed, "base64url").toString();
        if (text.length > limit) throw new Error("too large");
        return text;
      },
    },
    drafts: fakeDrafts(() => now),
    textTools: {
      run: (_size, tool, ...how) => ({ done: Promise.resolve((textTools as Tools)[tool](...how)), cancel: () => {} }),
    },
    reader: { read: async (id, texts) => parseLibrary(id, texts) },
  };
  return {
    ports,
    entries,
    stored,
    /** Lets time pass in frames of 16 ms; timers fire on the way. */
    pass(duration: number) {
      for (const end = now + duration; now < end; ) {
        now += 16;
        const due = timers.filter(({ at }) => at <= now);
        timers = timers.filter(({ at }) => at > now);
        for (const { callback } of due) callback();
        const round = frames;
        frames = [];
        for (const callback of round) callback(now);
      }
    },
    /** What the back button does. */
    go(by: number) {
      entry = Math.max(0, Math.min(entries.length - 1, entry + by));
      for (const mover of [...movers]) mover();
    },
    settle,
  };
}

/** Lets promises settle, and modules that are asked for arrive: the first time that takes as long as the machine likes. */
export async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  await vi.dynamicImportSettled();
  await new Promise((resolve) => setTimeout(resolve));
}
