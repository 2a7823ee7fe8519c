import * as v from "valibot";
import type { StoreBox } from "./ports/store-box.ts";

/** What was answered to a set's questions, by their number; `null` where it was revealed without an answer. */
export type RoundAnswers = Readonly<Record<number, string | null>>;

const key = "predict";
const schema = v.object({
  of: v.string(),
  given: v.record(v.pipe(v.string(), v.regex(/^\d{1,3}$/)), v.nullable(v.string())),
});

/** The answers given to this set before a reload; none when another set was played since. */
export function readAnswers(storage: StoreBox, of: string): RoundAnswers {
  try {
    const stored = v.safeParse(schema, JSON.parse(storage.get(key) ?? "null"));
    return stored.success && stored.output.of === of ? stored.output.given : {};
  } catch {
    return {};
  }
}

/** Keeps the answers of the set that is being played, and of no other. Where nothing can be stored they last as long as the page. */
export function writeAnswers(storage: StoreBox, of: string, given: RoundAnswers): void {
  storage.set(key, JSON.stringify({ of, given }));
}
