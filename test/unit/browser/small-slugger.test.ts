import { slug as githubSlug } from "github-slugger";
import { expect, test } from "vitest";
import { slug } from "../../../src/browser/small-slugger.ts";

test("makes of every sign what GitHub's table does, but for letters that are newer than it", () => {
  const others: number[] = [];
  for (let code = 0; code < 0x10000; code++) {
    // Half of a character is none.
    if (code >= 0xd800 && code < 0xe000) continue;
    const sign = String.fromCharCode(code);
    const theirs = githubSlug(`a ${sign} b`);
    if (slug(`a ${sign} b`) !== theirs && theirs !== "a--b") others.push(code);
  }
  expect(others).toEqual([]);
  // Up to Latin, Greek and Cyrillic, there are no newer ones.
  for (let code = 0; code < 0x530; code++) {
    const sign = String.fromCharCode(code);
    expect(slug(sign), code.toString(16)).toBe(githubSlug(sign));
  }
});
