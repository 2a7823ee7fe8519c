import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPacker } from "../../../src/browser/packer.ts";
import { packChapter, unpackChapter } from "../../../src/session/carry-chapter.ts";
import { carryingLink } from "../../../src/session/carrying-link.ts";
import { completeAddress, rawAddress } from "../../../src/session/raw-address.ts";

const packer = createPacker();
const limit = 4_000_000;

describe("a chapter in a link", () => {
  it("comes out as it went in", async () => {
    const files = fc.array(
      fc.record({ file: fc.string({ maxLength: 40 }), text: fc.string({ unit: "binary", maxLength: 400 }) }),
      { minLength: 1, maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(files, async (given) => {
        const payload = await packChapter(given, packer);
        expect(payload).toMatch(/^1\.[A-Za-z0-9_-]+$/);
        expect(await unpackChapter(payload, packer, limit)).toEqual({ kind: "files", files: given });
      }),
      { numRuns: 40 },
    );
  });

  it("is small: a chapter of 12 kB fits into 4,000 characters", async () => {
    const text = `# Flow\n\n${Array.from({ length: 400 }, (_, n) => `    App->>Api: request ${n}\n`).join("")}`;
    expect((await packChapter([{ file: "flow.md", text }], packer)).length).toBeLessThan(4_000);
  });

  it("that is cut, changed, from later or enormous is a message, never an exception", async () => {
    const whole = await packChapter([{ file: "a.md", text: "# A\n".repeat(300) }], packer);
    const title = async (payload: string, most = limit) => {
      const read = await unpackChapter(payload, packer, most);
      return read.kind === "failed" ? read.title : "read";
    };
    expect(await title(whole)).toBe("read");
    expect(await title(whole.slice(0, -5))).toMatch(/damaged/);
    expect(await title("1.")).toMatch(/damaged/);
    expect(await title("1.%%%")).toMatch(/damaged/);
    expect(await title(`9.${whole.slice(2)}`)).toMatch(/later version/);
    expect(await title(await packChapter([{ file: "b.md", text: "x".repeat(200_000) }], packer), 1_000)).toMatch(
      /too large/,
    );
    expect(await title(`1.${await packer.pack('{"__proto__":{"polluted":1}}')}`)).toMatch(/damaged/);
    expect("polluted" in {}).toBe(false);
  });
});

describe("a link that carries its chapter", () => {
  it("says how long it is, and warns of what cuts it", async () => {
    const source = { kind: "own", chapter: "own/a", files: [] } as const;
    const advice = async (bytes: number) => {
      const text = randomBytes(bytes).toString("base64");
      return carryingLink("?v=1&chapter=own/a&at=1.2", source, [{ file: "a.md", text }], packer);
    };
    const short = await advice(300);
    expect(short.link).toMatch(/^\?v=1&at=1\.2#c=1\./);
    expect(short.says).toContain(`${short.link.length.toLocaleString("en")} characters`);
    expect(short.advice).toBeUndefined();
    expect((await advice(3_000)).advice).toMatch(/^Some chat tools/);
    expect((await advice(20_000)).advice).toMatch(/^Most chat tools .* send the file itself/);
  });
});

describe("an address", () => {
  it.each([
    ["https://github.com/o/r/blob/main/docs/a.md", "https://raw.githubusercontent.com/o/r/main/docs/a.md"],
    ["https://github.com/o/r/blob/main/docs/a.md?plain=1#L3", "https://raw.githubusercontent.com/o/r/main/docs/a.md"],
    ["https://gist.github.com/o/abc123", "https://gist.githubusercontent.com/o/abc123/raw"],
    ["https://gitlab.com/g/sub/p/-/blob/main/a.md", "https://gitlab.com/g/sub/p/-/raw/main/a.md"],
    ["https://codeberg.org/o/r/src/branch/main/a.md", "https://codeberg.org/o/r/raw/branch/main/a.md"],
    ["https://bitbucket.org/o/r/src/main/a.md", "https://bitbucket.org/o/r/raw/main/a.md"],
    ["https://example.org/a.md", "https://example.org/a.md"],
    ["chapters/a.md", "chapters/a.md"],
  ])("%s is read from %s", (page, raw) => {
    expect(rawAddress(page)).toBe(raw);
  });

  it.each(["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//elsewhere/a.md", " "])(
    "%s is not read at all",
    (url) => {
      expect(rawAddress(url)).toBeUndefined();
    },
  );

  it.each([
    [" github.com/o/r/blob/main/a.md ", "https://github.com/o/r/blob/main/a.md"],
    ["docs.example.org:8080/a.md", "https://docs.example.org:8080/a.md"],
    ["http://localhost/a.md", "http://localhost/a.md"],
    ["chapters/a.md", "chapters/a.md"],
    ["a.md", "a.md"],
    ["../a.md", "../a.md"],
    ["javascript:alert(1)", "javascript:alert(1)"],
  ])("%s is meant as %s", (typed, address) => {
    expect(completeAddress(typed)).toBe(address);
  });
});
