import { isMap, isScalar, isSeq, LineCounter, type Pair, parseDocument, type YAMLMap } from "yaml";
import type { At, ProblemList } from "../problem-list.ts";

/** Plain data out of YAML with the place of every key. */
export interface YamlSource {
  readonly data: Readonly<Record<string, unknown>>;
  /** Where the value at this path stands, its key where it has one; the start when there is no such path. */
  placeOf(path: readonly (string | number)[]): At;
}

/** A value that refers to itself thousands of times is an attack, not a chapter. */
const mostAliases = 50;

/** Reads the YAML between the dashes. What is broken becomes problems; what can be read of the rest is kept. */
export function readYaml(text: string, offset: number, line: number, problems: ProblemList): YamlSource {
  const lines = new LineCounter();
  const place = (start: number): At => {
    const at = lines.linePos(start);
    return { line: line + at.line - 1, column: at.col, start: offset + start };
  };
  const indexed = new Map<YAMLMap, ReadonlyMap<string, Pair>>();
  const pairsOf = (map: YAMLMap): ReadonlyMap<string, Pair> => {
    const known = indexed.get(map);
    if (known) return known;
    const named = map.items.flatMap((pair) => (isScalar(pair.key) ? [[String(pair.key.value), pair] as const] : []));
    // Of two keys alike, the first.
    const made = new Map(named.reverse());
    indexed.set(map, made);
    return made;
  };
  const nothing: YamlSource = { data: {}, placeOf: () => ({ line, column: 1, start: offset }) };
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, merge: false, logLevel: "error" });
    for (const error of document.errors) {
      problems.add(
        "error",
        "front-matter/broken",
        `The front matter is not valid YAML: ${error.message}`,
        place(error.pos[0]),
      );
    }
    const data: unknown = document.toJS({ maxAliasCount: mostAliases });
    if (data === null || data === undefined) return nothing;
    if (typeof data !== "object" || Array.isArray(data)) {
      problems.add(
        "error",
        "front-matter/broken",
        "The front matter must be a list of `key: value` lines.",
        nothing.placeOf([]),
      );
      return nothing;
    }
    return {
      data: Object.fromEntries(Object.entries(data)),
      placeOf(path) {
        let node: unknown = document.contents;
        let start: number | undefined;
        for (const step of path) {
          const pair = isMap(node) ? pairsOf(node).get(String(step)) : undefined;
          start = isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
          node = isSeq(node) ? node.items[Number(step)] : pair?.value;
        }
        return start === undefined ? { line, column: 1, start: offset } : place(start);
      },
    };
  } catch (error) {
    const why = error instanceof Error ? error.message.split("\n", 1)[0] : "it is nested too deep";
    problems.add("error", "front-matter/broken", `The front matter cannot be read: ${why}.`, nothing.placeOf([]));
    return nothing;
  }
}
