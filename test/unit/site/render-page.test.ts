import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { linkTag, metaTag, renderPage } from "../../../src/site/render-page.ts";

const template = readFileSync(join(import.meta.dirname, "../../../index.html"), "utf8");

test("a page gets its own head and finds the app's files from below", () => {
  const page = renderPage(template, {
    depth: 2,
    title: "Pay · Shop",
    description: 'Says "hi" & goes',
    tags: [linkTag({ rel: "canonical", href: "https://shop.test/a/b/" })],
    noscript: "<p>Words</p>",
  });
  expect(page).toContain("<title>Pay · Shop</title>");
  expect(page).toContain('content="Says &quot;hi&quot; &amp; goes"');
  expect(page).toContain('src="../../theme-first.js"');
  expect(page).toContain("<noscript><p>Words</p></noscript>");
  expect(page).toContain('<link rel="canonical" href="https://shop.test/a/b/" />');
  expect(page).not.toContain("hopwise:head");
});

test("what a chapter says stays text in the head, whatever it says", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (title, description) => {
      const page = renderPage(template, {
        depth: 0,
        title,
        description,
        tags: [metaTag("property", "og:title", title)],
      });
      expect(page.match(/<title>[^<]*<\/title>/g)).toHaveLength(1);
      expect(page.match(/<meta/g)?.length).toBe((template.match(/<meta/g)?.length ?? 0) + 1);
      expect(page.match(/<script/g)).toHaveLength(2);
    }),
  );
});

test("a template of another version is refused", () => {
  expect(() => renderPage("<html></html>", { depth: 0, tags: [] })).toThrow("another version");
});
