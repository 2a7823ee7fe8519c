import { afterEach, expect, test, vi } from "vitest";
import { createFetcher } from "../../../src/browser/fetcher.ts";

afterEach(() => vi.unstubAllGlobals());

/** An answer that comes byte by byte. */
function answer(bytes: Uint8Array, headers: Record<string, string> = {}): void {
  const body = new ReadableStream({
    start(controller) {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
      controller.close();
    },
  });
  vi.stubGlobal("fetch", async () => new Response(body, { headers: { "content-type": "text/markdown", ...headers } }));
}

const { fetchText } = createFetcher();
const text = "# Grüße 👋\n";
const wide = Buffer.from(`\ufeff${text}`, "utf16le");

test.each([
  ["UTF-8", Buffer.from(text)],
  ["UTF-8 with a mark", Buffer.from(`\ufeff${text}`)],
  ["UTF-16, little end first", wide],
  ["UTF-16, big end first", Buffer.from(wide).swap16()],
])("text in %s is read, in whatever pieces it comes", async (_name, bytes) => {
  answer(bytes);
  expect(await fetchText("https://example.org/a.md", 100)).toEqual({ kind: "text", text, type: "text/markdown" });
});

test("what is longer than may be read, or says so of itself, is not read to its end", async () => {
  answer(Buffer.from(text));
  expect(await fetchText("https://example.org/a.md", 5)).toEqual({ kind: "tooLarge", limit: 5 });
  answer(Buffer.from(text), { "content-length": "1000" });
  expect(await fetchText("https://example.org/a.md", 500)).toEqual({ kind: "tooLarge", limit: 500 });
  vi.stubGlobal("fetch", async () => new Response(null, { headers: { "content-type": "text/plain" } }));
  expect(await fetchText("https://example.org/a.md", 5)).toEqual({ kind: "text", text: "", type: "text/plain" });
});
