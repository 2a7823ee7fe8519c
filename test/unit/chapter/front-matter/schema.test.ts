import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import Ajv from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { printFrontMatterSchema } from "./print-schema.ts";

const published = fileURLToPath(new URL("../../../../public/schema/front-matter.json", import.meta.url));
const index = fileURLToPath(new URL("../../../../scenarios/honeydue/index.md", import.meta.url));

describe("the published schema of the front matter", () => {
  it("is what the parser checks against", async () => {
    // After a change of the schema: npx vitest run --project node test/unit/chapter/front-matter -u
    await expect(printFrontMatterSchema()).toMatchFileSnapshot(published);
  });

  const validate = new Ajv({ strict: false }).compile(JSON.parse(printFrontMatterSchema()));

  it("accepts the shipped library's", () => {
    const yaml = /^---\n([\s\S]*?)\n---/.exec(readFileSync(index, "utf8"))?.[1] ?? "";
    expect(validate(parse(yaml)), JSON.stringify(validate.errors)).toBe(true);
  });

  it("refuses a kind that no layer has, and a fault's unknown key", () => {
    expect(validate({ layers: { redis: { kind: "cupboard" } } })).toBe(false);
    expect(validate({ faults: { "redis-down": { colour: "red" } } })).toBe(false);
    expect(validate({ layout: "docs", tags: ["a"] })).toBe(true);
  });
});
