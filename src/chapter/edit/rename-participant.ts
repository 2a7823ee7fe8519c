import { parseDocument, visit } from "yaml";
import type { Diagram } from "../../model/diagram.ts";
import { findFences, isSequenceText } from "../markdown/find-fences.ts";
import { parseMarkdown } from "../markdown/parse-markdown.ts";
import { parseSequence } from "../sequence/parse-sequence.ts";
import { applyEdits, type TextEdit } from "./text-edit.ts";

export type Renaming =
  | { readonly kind: "edits"; readonly edits: readonly TextEdit[] }
  | { readonly kind: "refused"; readonly why: string };

interface Piece {
  readonly text: string;
  readonly offset: number;
}

/**
 * Gives a participant another id everywhere in a chapter: in its diagrams, in `@same-as`, and in the front matter's
 * lists of participants. Made only when every diagram, read again, says the same but for the name.
 */
export function renameParticipant(text: string, from: string, to: string): Renaming {
  if (!/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(to)) {
    return { kind: "refused", why: "A name is one word: a letter first, then letters, digits, dots and underscores." };
  }
  if (to === from) return { kind: "edits", edits: [] };
  const { fences, yaml } = piecesOf(text);
  const edits: TextEdit[] = [];
  for (const fence of fences) {
    const before = parseSequence(fence.text);
    const ids = before.participants.map(({ id }) => id);
    if (!ids.includes(from)) continue;
    if (ids.includes(to))
      return { kind: "refused", why: `“${to}” is already a participant of a diagram beside “${from}”.` };
    const inFence = editsOfDiagram(fence.text, from, to);
    const after = parseSequence(applyEdits(fence.text, inFence));
    if (shape(before, from, to) !== shape(after)) {
      return { kind: "refused", why: `Renaming “${from}” to “${to}” would change what a diagram says.` };
    }
    edits.push(...inFence.map((edit) => move(edit, fence.offset)));
  }
  if (edits.length === 0) return { kind: "refused", why: `No diagram has a participant “${from}”.` };
  if (yaml) edits.push(...editsOfYaml(yaml.text, from, to).map((edit) => move(edit, yaml.offset)));
  return { kind: "edits", edits };
}

/** Whether the word at the place is a participant's id, for offering to rename it. */
export function participantsOf(text: string): readonly string[] {
  return [
    ...new Set(
      piecesOf(text).fences.flatMap(({ text: fence }) => parseSequence(fence).participants.map(({ id }) => id)),
    ),
  ];
}

function piecesOf(text: string): { readonly fences: readonly Piece[]; readonly yaml?: Piece } {
  if (isSequenceText(text)) return { fences: [{ text, offset: 0 }] };
  const root = parseMarkdown(text);
  const fences = findFences(root.children, text).map((fence) => ({ text: fence.text, offset: fence.at.offset }));
  const head = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)^---[ \t]*$/m.exec(text);
  if (head?.index !== 0) return { fences };
  return { fences, yaml: { text: head[1] ?? "", offset: text.indexOf("\n") + 1 } };
}

function move(edit: TextEdit, by: number): TextEdit {
  return { start: edit.start + by, end: edit.end + by, text: edit.text };
}

/** Line by line: what stands before a message's colon, and behind the words that name a lifeline. */
function editsOfDiagram(text: string, from: string, to: string): TextEdit[] {
  const name = from.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const letter = "[\\p{L}\\p{N}_]";
  const whole = new RegExp(`(?<!${letter})${name}(?!${letter})`, "gu");
  const edits: TextEdit[] = [];
  let offset = 0;
  for (const line of text.split(/(?<=\n|;)/)) {
    for (const [start, end] of stretches(line)) {
      for (const match of line.slice(start, end).matchAll(whole)) {
        const at = offset + start + match.index;
        edits.push({ start: at, end: at + from.length, text: to });
      }
    }
    offset += line.length;
  }
  return edits;
}

/** The parts of a line in which ids stand. */
function stretches(line: string): (readonly [number, number])[] {
  const same = /^\s*%%\s*@same-as\s+/.exec(line);
  if (same) return [[same[0].length, line.length]];
  if (
    /^\s*(?:%%|#|title\b|accTitle\b|accDescr\b|(?:alt|else|opt|loop|par|par_over|and|critical|option|break|rect|box|autonumber)\b)/.test(
      line,
    )
  ) {
    return [];
  }
  const declared = /^\s*(?:create\s+)?(?:participant|actor)\s+/i.exec(line);
  if (declared) {
    const rest = line.slice(declared[0].length);
    const end = rest.search(/\s+as\s|@\{/);
    return [[declared[0].length, end < 0 ? line.length : declared[0].length + end]];
  }
  const spoken =
    /^\s*(?:activate|deactivate|destroy|links?|properties|details|note\s+(?:left\s+of|right\s+of|over))\s+/i.exec(line);
  const start = spoken?.[0].length ?? 0;
  const colon = line.indexOf(":", start);
  return [[start, colon < 0 ? line.length : colon]];
}

function editsOfYaml(text: string, from: string, to: string): TextEdit[] {
  const edits: TextEdit[] = [];
  const document = parseDocument(text, { logLevel: "error" });
  if (document.errors.length > 0) return [];
  visit(document, {
    Pair(_key, pair) {
      const { key, value } = pair as { key: { value?: unknown } | null; value: { items?: unknown[] } | null };
      if (key?.value !== "participants" || !Array.isArray(value?.items)) return;
      for (const item of value.items as { value?: unknown; range?: [number, number, number] | null }[]) {
        if (item.value === from && item.range) edits.push({ start: item.range[0], end: item.range[1], text: to });
      }
    },
  });
  return edits;
}

/** A diagram without places, with one name for another, as text to compare. */
function shape(diagram: Diagram, from?: string, to?: string): string {
  const named = (id: unknown): unknown => (id === from ? to : id);
  return JSON.stringify(diagram, (key, value: unknown) => {
    if (key === "span") return undefined;
    if (key === "id" || key === "from" || key === "to") return named(value);
    if (key === "over" && Array.isArray(value)) return value.map(named);
    return value;
  })
    .replace(/"label":"([^"]*)"/g, (all, label: string) => (label === from ? `"label":"${to}"` : all))
    .replace(/("name":"same-as","text":)"([^"]*)"/g, (all, head: string, name: string) =>
      name === from ? `${head}"${to}"` : all,
    );
}
