import { toJsonSchema } from "@valibot/to-json-schema";
import { frontMatterSchema } from "../../../../src/chapter/front-matter/schema.ts";

/** Where the schema is published, relative to the site. */
export const schemaId = "schema/front-matter.json";

/** The published JSON Schema of a chapter's front matter, as text. */
export function printFrontMatterSchema(): string {
  const { $schema, ...schema } = toJsonSchema(frontMatterSchema, { errorMode: "ignore" });
  return `${JSON.stringify({ $schema, $id: schemaId, ...schema }, undefined, 2)}\n`;
}
