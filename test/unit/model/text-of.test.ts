import { expect, test } from "vitest";
import { parseMarkdown } from "../../../src/chapter/markdown/parse-markdown.ts";
import { textOf } from "../../../src/model/text-of.ts";

test.each([
  ["**api** `pod` [at *Hetzner*](x.md)", "api pod at Hetzner"],
  ["![the map](map.png) behind, ![](bare.png)none", "the map behind, none"],
  ["a<br/>b &amp; c\nd", "a<br/>b & c\nd"],
  ["> - x\n> - y", "xy"],
  ["```\ncode\n```", "code"],
])("the words of %j", (text, words) => {
  expect(textOf(parseMarkdown(text))).toBe(words);
});
