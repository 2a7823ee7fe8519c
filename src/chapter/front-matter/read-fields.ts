import * as v from "valibot";
import type { At, ProblemList } from "../problem-list.ts";
import type { YamlSource } from "./yaml-source.ts";

type Entries = Readonly<Record<string, v.GenericSchema>>;
type Path = readonly (string | number)[];

/** Other spellings of a key: `user_sees`, `userSees` and `sees` are `user sees`. */
const aliases = new Map<string, string>([
  ["usersees", "user sees"],
  ["sees", "user sees"],
  ["howtocheck", "check"],
  ["clienttimeout", "client timeout"],
  ["timeout", "client timeout"],
]);

function canonical(key: string): string {
  return aliases.get(key.toLowerCase().replace(/[\s_-]/g, "")) ?? key;
}

/** The fields of one entry, each checked by itself: one that is wrong is reported and left out, the rest counts. */
export interface Fields {
  text(key: string): string | undefined;
  number(key: string): number | undefined;
  raw(key: string): unknown;
  at(key: string): At;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isWord(value: unknown): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

/** One issue of a schema in words. */
function explain(issue: v.BaseIssue<unknown>): string {
  const expected = issue.expected?.replace(/^\(|\)$/g, "").replaceAll(" | ", ", ");
  return expected
    ? `expected ${expected.replaceAll('"', "")}, found ${issue.received.replaceAll('"', "")}`
    : issue.message;
}

export function checkValue(
  schema: v.GenericSchema,
  value: unknown,
  name: string,
  at: At,
  problems: ProblemList,
): boolean {
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return true;
  const issue = result.issues[0];
  problems.add(
    "error",
    "front-matter/invalid",
    `\`${name}\` in the front matter is left out: ${issue ? explain(issue) : "it is invalid"}.`,
    at,
  );
  return false;
}

export function readFields(
  entries: Entries,
  value: unknown,
  path: Path,
  source: YamlSource,
  problems: ProblemList,
  strict: boolean,
): Fields {
  const good = new Map<string, unknown>();
  const places = new Map<string, At>();
  if (isRecord(value)) {
    for (const [written, each] of Object.entries(value)) {
      const key = canonical(written);
      const at = source.placeOf([...path, written]);
      const schema = Object.hasOwn(entries, key) ? entries[key] : undefined;
      if (!schema) {
        if (strict) {
          const known = Object.keys(entries).join(", ");
          problems.add(
            "warning",
            "front-matter/unknown-key",
            `\`${written}\` is not known here. There are: ${known}.`,
            at,
          );
        }
        continue;
      }
      places.set(key, at);
      if (each === null || each === undefined) continue;
      if (checkValue(schema, each, [...path, written].join("."), at, problems)) good.set(key, each);
    }
  } else if (value !== undefined && value !== null) {
    problems.add(
      "error",
      "front-matter/invalid",
      `\`${path.join(".")}\` must be a list of \`key: value\` lines.`,
      source.placeOf(path),
    );
  }
  return {
    text: (key) => {
      const found = good.get(key);
      return isWord(found) ? String(found).trim() : undefined;
    },
    number: (key) => {
      const found = good.get(key);
      return typeof found === "number" ? found : undefined;
    },
    raw: (key) => good.get(key),
    at: (key) => places.get(key) ?? source.placeOf(path),
  };
}
