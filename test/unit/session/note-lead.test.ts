import { expect, test } from "vitest";
import { parseLibrary } from "../../../src/chapter/parse-library.ts";
import { findLead, type NotesPlace } from "../../../src/session/note-lead.ts";
import type { Shelf } from "../../../src/session/ports/shelf.ts";
import { makeLibraryCard } from "../../../src/site/make-cards.ts";

const cart = "# Cart\n\n```mermaid\nsequenceDiagram\n  Phone->>Gate: GET\n```\n";
const fence = (lines: string) => `\`\`\`mermaid\nsequenceDiagram\n${lines}\n\`\`\`\n`;
const library = (id: string) =>
  parseLibrary(id, [
    { file: `${id}/index.md`, text: "# Shop\n\nSee [the cart](cart.md).\n" },
    { file: `${id}/cart.md`, text: cart },
    { file: `${id}/deep/pay & go.md`, text: cart.replace("Cart", "Pay") },
  ]);
const shelf: Pick<Shelf, "cards" | "address"> = {
  cards: [makeLibraryCard(library("shop"))],
  address: (file) => (file === "shop/index.md" ? "https://site.example/chapters/shop/index.md" : undefined),
};
const shipped = (file: string): NotesPlace => ({ source: { kind: "shipped", chapter: "shop/cart" }, file });
const hrefs = (place: NotesPlace, ...urls: string[]) => urls.map((url) => findLead(url, place, shelf)?.href);

test("a link to a shipped chapter is the app's link to it, any other file its text, and nothing is no link", () => {
  expect(hrefs(shipped("shop/index.md"), "cart.md", "./cart.md#hop-1", "cart", "deep/pay%20%26%20go.md")).toEqual([
    "?v=1&chapter=shop/cart",
    "?v=1&chapter=shop/cart",
    "?v=1&chapter=shop/cart",
    findLead("deep/pay & go.md", shipped("shop/index.md"), shelf)?.href,
  ]);
  expect(hrefs(shipped("shop/deep/pay & go.md"), "../cart.md", "../index.md")).toEqual([
    "?v=1&chapter=shop/cart",
    "https://site.example/chapters/shop/index.md",
  ]);
  expect(hrefs(shipped("shop/cart.md"), "../../cart.md", "map.png", "#hop-1", "%E0%A4%A.md")).toEqual(
    Array(4).fill(undefined),
  );
  expect(findLead("cart.md", shipped("shop/index.md"), shelf)?.link?.chapter).toBe("shop/cart");
});

test("what is no path beside the file is left as it is", () => {
  const as = ["https://example.org/cart.md", "mailto:a@example.org", "?v=1&chapter=shop/cart", "/cart.md"];
  expect(hrefs(shipped("shop/index.md"), ...as)).toEqual(as);
});

test("a folder of the reader's own leads to its chapters' scenarios, and to no file", () => {
  const place: NotesPlace = {
    source: { kind: "own", chapter: "own/shop-cart", files: [] },
    file: "shop/index.md",
    library: library("shop"),
  };
  expect(hrefs(place, "cart.md", "index.md", "gone.md")).toEqual([
    "?v=1&chapter=own/shop-cart&scenario=cart",
    undefined,
    undefined,
  ]);
});

test("a fragment leads to the scenario or the hop it names, and to the chapter where it names nothing", () => {
  const text = `# Shop\n\n## Cart\n\n### Hop 1 — In\n\n${fence("A->>B: in")}\n### Hop 2 — Out\n\n${fence("alt cached\nB->>B: read\nelse\nB->>C: get\nend\nB-->>A: out")}\n## Pay\n\n### Hop 1 — In\n\n${fence("A->>D: pay")}`;
  const own = parseLibrary("own", [
    { file: "shop.md", text },
    { file: "cart.md", text: cart },
  ]);
  const place: NotesPlace = { source: { kind: "own", chapter: "own/shop", files: [] }, file: "shop.md", library: own };
  const base = "?v=1&chapter=own/shop&scenario=";
  expect(
    hrefs(place, "#hop-2--out", "shop.md#pay", "#hop-1--in-1", "cart.md#hop-1", "cart.md#notes", "#notes"),
  ).toEqual([
    `${base}shop/cart&at=2.3`,
    `${base}pay`,
    `${base}pay&at=1.1`,
    `${base}cart/cart&at=1.1`,
    `${base}cart/cart`,
    undefined,
  ]);
  // Of the scenario at hand, where that is one of the chapter's.
  expect(hrefs({ ...place, scenario: "pay" }, "#hop-1", "#hop-2")).toEqual([
    `${base}pay&at=1.1`,
    `${base}shop/cart&at=2.3`,
  ]);
  const carried: NotesPlace = { ...place, source: { kind: "url", url: "https://e.org/shop.md" } };
  expect(hrefs(carried, "shop.md#pay")).toEqual(["?v=1&src=https://e.org/shop.md&scenario=pay"]);
});

test("what a fragment names of a chapter that is not there yet is looked for when it is", () => {
  expect(findLead("cart.md#hop-1", shipped("shop/index.md"), shelf)?.heading).toBe("hop-1");
  expect(hrefs(shipped("shop/index.md"), "cart.md#cart")).toEqual(["?v=1&chapter=shop/cart&scenario=cart"]);
  const away: NotesPlace = { source: { kind: "url", url: "https://e.org/a.md" }, file: "a.md" };
  expect(findLead("b.md#hop-2", away, shelf)).toMatchObject({ href: "?v=1&src=https://e.org/b.md", heading: "hop-2" });
});

test("beside an address, a text is a chapter of that address, and anything else is looked at there", () => {
  const at = (url: string): NotesPlace => ({ source: { kind: "url", url }, file: "cart.md" });
  const hub = "https://github.com/o/r/blob/main/docs/cart.md";
  expect(findLead("../pay.md#x", at(hub), shelf)?.link?.src).toBe("https://github.com/o/r/blob/main/pay.md");
  expect(hrefs(at(hub), "map one.png")).toEqual(["https://github.com/o/r/blob/main/docs/map%20one.png"]);
  expect(findLead("pay.md", at("chapters/cart.md"), shelf)?.link?.src).toBe("chapters/pay.md");
  expect(hrefs(at("https://e.org/a%20b/cart.md"), "map.png")).toEqual(["https://e.org/a%20b/map.png"]);
  expect(hrefs(at("https://e.org/cart.md"), "../../pay.md")).toEqual([undefined]);
});
