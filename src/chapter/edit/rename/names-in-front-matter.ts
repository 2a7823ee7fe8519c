import { isMap, isScalar, isSeq, parseDocument, visit } from "yaml";
import type { TextEdit } from "../text-edit.ts";
import type { Renamed } from "./words.ts";

export interface FrontMatterNames {
  readonly participants: readonly Renamed[];
  /** Ids that follow from the participant's name. */
  readonly layers: readonly Renamed[];
  readonly faults: readonly Renamed[];
}

/** The names in the lists of participants, and in what is called by ids that follow from them. */
export function editsOfFrontMatter(text: string, names: FrontMatterNames): TextEdit[] {
  const document = parseDocument(text, { logLevel: "error" });
  if (document.errors.length > 0) return [];
  const edits: TextEdit[] = [];
  const rename = (node: unknown, all: readonly Renamed[]): void => {
    if (!isScalar(node) || !node.range) return;
    const to = all.find(({ from }) => from === node.value)?.to;
    if (to === undefined) return;
    const [start, end] = node.range;
    edits.push({ start, end, text: /^['"]/.test(text.slice(start, end)) || !isPlain(to) ? JSON.stringify(to) : to });
  };
  visit(document, {
    Pair(_key, { key, value }) {
      const name = isScalar(key) ? key.value : undefined;
      if (name === "participants" && isSeq(value)) for (const item of value.items) rename(item, names.participants);
      if (name === "layer") rename(value, names.layers);
      if (name === "faults" && isMap(value)) for (const fault of value.items) rename(fault.key, names.faults);
    },
  });
  return edits;
}

/** Can it stand in a list in braces or brackets without quotes? */
const isPlain = (text: string): boolean => /^[\p{L}_](?:[\p{L}\p{N}_. ()/-]*[\p{L}\p{N}_)])?$/u.test(text);
