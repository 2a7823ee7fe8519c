import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeLink } from "../../../src/session/link/decode-link.ts";
import { encodeLink } from "../../../src/session/link/encode-link.ts";
import { emptyLink, type Link } from "../../../src/session/link/link.ts";
import { blastOnly, blastSorts, drawers, spacings, themeChoices, viewNames } from "../../../src/session/state.ts";

const wellFormed = (max: number) =>
  fc.string({ minLength: 1, maxLength: max, unit: "grapheme" }).filter((text) => text.length <= max);
const count = fc.integer({ min: 1, max: 9_999_999 });
const onset = fc.record({ hop: count, message: count });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const names = fc.oneof(wellFormed(30), fc.constantFrom("healthy", "with", "fail", "with:healthy"));
const failures = fc.array(
  fc.oneof(
    names.map((id) => ({ id })),
    fc.record({ id: names, onset }),
  ),
  { maxLength: 4 },
);
const choices = fc.array(fc.record({ name: names, value: names }), { maxLength: 4 });
/** Every part of a link: one that is missing here does not compile. */
const parts: { readonly [Part in keyof Required<Link>]: fc.Arbitrary<Link[Part] | undefined> } = {
  view: maybe(fc.constantFrom(...viewNames)),
  chapter: maybe(wellFormed(60)),
  src: maybe(wellFormed(80)),
  carried: maybe(fc.stringMatching(/^1\.[A-Za-z0-9_-]{1,40}$/)),
  scenario: maybe(wellFormed(60)),
  at: maybe(
    fc.oneof(
      onset.map((place) => ({ kind: "message" as const, ...place })),
      fc
        .double({ min: 0, max: 1e9, noNaN: true })
        .filter((ms) => !Object.is(ms, -0))
        .map((instant) => ({ kind: "instant" as const, instant })),
    ),
  ),
  fail: failures,
  with: choices,
  compare: maybe(fc.record({ fail: failures, with: choices })),
  spacing: maybe(fc.constantFrom(...spacings)),
  drawn: maybe(fc.constantFrom(...drawers)),
  focus: maybe(count),
  theme: maybe(fc.constantFrom(...themeChoices)),
  seed: maybe(fc.integer({ min: 0, max: 4_294_967_295 })),
  sort: maybe(fc.constantFrom(...blastSorts)),
  pairs: maybe(fc.boolean()),
  only: maybe(fc.constantFrom(...blastOnly)),
  layer: maybe(wellFormed(30)),
  saw: maybe(fc.array(fc.record({ subject: wellFormed(30), what: wellFormed(30) }), { minLength: 1, maxLength: 4 })),
  walkthrough: maybe(fc.record({ of: wellFormed(40), n: count })),
  round: maybe(fc.record({ set: count, n: fc.integer({ min: 1, max: 999 }) })),
};
const links: fc.Arbitrary<Link> = fc
  .record(parts)
  .map(
    (link) => Object.fromEntries(Object.entries(link).filter(([, value]) => value !== undefined)) as unknown as Link,
  );

describe("the link", () => {
  it("reads what it wrote, whatever the names are", () => {
    fc.assert(
      fc.property(links, (link) => {
        const { link: read, dropped } = decodeLink(encodeLink(link));
        expect(read).toEqual(link);
        expect(dropped).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("is readable", () => {
    const link: Link = {
      ...emptyLink,
      chapter: "honeydue/create-task",
      at: { kind: "message", hop: 5, message: 2 },
      fail: [{ id: "redis-down" }, { id: "ufw", onset: { hop: 5, message: 2 } }],
      with: [
        { name: "connection", value: "warm" },
        { name: "node-nic-fails", value: "affected" },
      ],
    };
    expect(encodeLink(link)).toBe(
      "?v=1&chapter=honeydue/create-task&at=5.2&fail=redis-down,ufw@5.2&with=connection:warm,node-nic-fails:affected",
    );
  });

  it("says readably what a run is compared with", () => {
    const compared = (compare: NonNullable<Link["compare"]>) => encodeLink({ ...emptyLink, compare });
    expect(compared({ fail: [], with: [] })).toBe("?v=1&compare=healthy");
    const fail = [{ id: "redis-down" }, { id: "ufw", onset: { hop: 5, message: 2 } }];
    const link = "?v=1&compare=redis-down,ufw@5.2,with:connection:warm";
    expect(compared({ fail, with: [{ name: "connection", value: "warm" }] })).toBe(link);
    expect(decodeLink("?v=1&compare=").link).toEqual(emptyLink);
    expect(decodeLink("?v=1&compare=x@soon,with:lonely,y")).toMatchObject({
      link: { compare: { fail: [{ id: "y" }], with: [] } },
      dropped: [expect.stringContaining("x@soon"), expect.stringContaining("with:lonely")],
    });
  });

  it("reads a link whose marks a chat program has percent-encoded", () => {
    const { link, dropped } = decodeLink("?v=1&fail=redis-down%2Cufw%405.2&with=connection%3Awarm&at=132ms");
    expect(dropped).toEqual([]);
    expect(link.fail).toEqual([{ id: "redis-down" }, { id: "ufw", onset: { hop: 5, message: 2 } }]);
    expect(link.with).toEqual([{ name: "connection", value: "warm" }]);
    expect(link.at).toEqual({ kind: "instant", instant: 132 });
  });

  it.each([
    ["a full stop behind it", "?v=1&chapter=a/b&view=walk."],
    ["brackets and emphasis behind it", "?v=1&chapter=a/b&view=walk**)]."],
    ["`&` as HTML writes it", "?v=1&amp;chapter=a/b&amp;view=walk"],
    ["all of its marks percent-encoded", "?v%3D1%26chapter%3Da%2Fb%26view%3Dwalk"],
    ["its values percent-encoded twice", "?v=1&chapter=a%252Fb&view=walk"],
    ["a bracket that it opens itself", "?v=1&view=walk&chapter=a/b(c)", "a/b(c)"],
  ])("is read through %s", (_what, address, chapter = "a/b") => {
    expect(decodeLink(address)).toEqual({ link: { ...emptyLink, chapter, view: "walk" }, dropped: [] });
  });

  it("finds the chapter that it carries before whatever came behind it", () => {
    const carried = "1.abcdefghijklmnopqrstu-_";
    for (const address of [".", ")", "%20", "|label", "&utm_source=x"].map((mark) => `?v=1&at=1.2#c=${carried}${mark}`))
      expect(decodeLink(address).link).toMatchObject({ carried, at: { kind: "message", hop: 1, message: 2 } });
    expect(decodeLink(`?v=1%23c%3D${carried}`).link.carried).toBe(carried);
    expect(decodeLink("?v=1#stage").link.carried).toBeUndefined();
  });

  it("keeps a mark at its own end, and is quick about a million of them", () => {
    for (const mark of ".,;:!?*_~|'])}") {
      const link = { ...emptyLink, scenario: `really${mark}` };
      expect(encodeLink(link)).toMatch(/%[0-9A-F]{2}$/);
      expect(decodeLink(encodeLink(link)).link).toEqual(link);
    }
    expect(decodeLink(`?v=1&chapter=a${".)".repeat(500_000)}`).link.chapter).toBe("a");
  });

  it("drops what it cannot read, each with a sentence, and keeps the rest", () => {
    const { link, dropped } = decodeLink("?v=1&chapter=a&at=soon&spacing=wide&fail=x@y,z&with=lonely&colour=red");
    expect(link).toEqual({ ...emptyLink, chapter: "a", fail: [{ id: "z" }] });
    expect(dropped).toHaveLength(5);
    expect(dropped.join(" ")).toContain("at=soon");
    expect(dropped.join(" ")).toContain("colour");
  });

  it("never throws on any query", () => {
    fc.assert(fc.property(fc.string(), (query) => void decodeLink(query)));
    expect(encodeLink({ ...emptyLink, scenario: "a\uD800b" })).toBe("?v=1&scenario=a%EF%BF%BDb");
    expect(decodeLink("?fail=%E0%A4%A&at=%").dropped).toHaveLength(1);
  });

  it("upgrades a link without a version and says when one is from later", () => {
    expect(decodeLink("?chapter=a&hop=5&message=2").link.at).toEqual({ kind: "message", hop: 5, message: 2 });
    expect(decodeLink("?v=9&chapter=a").dropped).toHaveLength(1);
    expect(decodeLink("?v=new&chapter=a").dropped).toEqual([expect.stringContaining("v=new")]);
  });
});
