import { expect, test } from "vitest";
import { parseLibrary } from "../../../src/chapter/parse-library.ts";
import { libraryFiles } from "../../../src/site/library-files.ts";

const shop = (id: string, message: string) => {
  const text = `# Cart\n\n\`\`\`mermaid\nsequenceDiagram\n  Phone->>Gate: ${message}\n\`\`\`\n`;
  const files = [
    { file: `${id}/cart.md`, text },
    { file: `${id}/deep/pay & go.md`, text: text.replace("Cart", "Pay") },
  ];
  return { library: parseLibrary(id, files), files };
};

test("a chapter is data under a name of its content; its text keeps its address", () => {
  const { index, indexPath, files } = libraryFiles([shop("shop", "GET /cart")]);
  const byPath = new Map(files.map(({ path, content }) => [path, content]));
  expect(JSON.parse(byPath.get(indexPath) ?? "")).toEqual(index);
  expect(Object.keys(index.chapters)).toEqual(["shop/cart", "shop/deep/pay & go"]);
  expect(index.texts).toEqual(["shop/cart.md", "shop/deep/pay & go.md"]);
  expect(byPath.get("chapters/shop/cart.md")).toContain("Phone->>Gate: GET /cart");
  const data = JSON.parse(byPath.get(index.chapters["shop/deep/pay & go"] ?? "") ?? "");
  expect(data.chapters.map(({ title }: { title: string }) => title)).toEqual(["Pay"]);
  for (const { path } of files.slice(0, 3)) expect(path).toMatch(/^library\/[a-z-]+-[0-9a-f]{10}\.json$/);

  const changed = libraryFiles([shop("shop", "GET /basket")]);
  expect(changed.index.chapters["shop/cart"]).not.toBe(index.chapters["shop/cart"]);
  expect(changed.indexPath).not.toBe(indexPath);
});

test("what an index says in prose is a file of its own, named by the index; no prose, no file", () => {
  const { library, files } = shop("shop", "GET /cart");
  const index = (text: string) => {
    const all = [
      { file: "shop/deep/index.md", text: "# Deep\n\nDeeper.\n" },
      ...files,
      { file: "shop/index.md", text },
    ];
    return libraryFiles([{ library: parseLibrary("shop", all), files: all }]);
  };
  const told = index("---\ntitle: Shop\n---\n\n# Shop\n\nHow a [cart](cart.md) goes.\n");
  const about = told.index.cards[0]?.about ?? "";
  expect(about).toMatch(/^library\/shop-about-[0-9a-f]{10}\.json$/);
  const data = JSON.parse(told.files.find(({ path }) => path === about)?.content ?? "");
  expect(data.file).toBe("shop/index.md");
  expect(JSON.stringify(data.notes)).toContain('"url":"cart.md"');
  expect(index("# Shop\n\nAnother way.\n").index.cards[0]?.about).not.toBe(about);

  for (const silent of ["---\ntitle: Shop\n---\n\n# Shop\n", "# Shop\n\n<!-- soon -->\n\n[a]: b.md\n"]) {
    expect(index(silent).index.cards[0]).not.toHaveProperty("about");
  }
  expect(libraryFiles([{ library, files }]).index.cards[0]).not.toHaveProperty("about");
});
