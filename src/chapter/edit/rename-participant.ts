import type { Root } from "mdast";
import type { Chapter } from "../../model/chapter.ts";
import type { Diagram } from "../../model/diagram.ts";
import { findFences } from "../markdown/find-fences.ts";
import { parseMarkdown } from "../markdown/parse-markdown.ts";
import { parseChapter } from "../parse-chapter.ts";
import { isSequenceText } from "../sequence/is-sequence-text.ts";
import { parseSequence } from "../sequence/parse-sequence.ts";
import { slugOf } from "../slug.ts";
import { editsOfId, editsOfLabels, editsOfSayings, labelsOf } from "./rename/names-in-diagram.ts";
import { editsOfFrontMatter } from "./rename/names-in-front-matter.ts";
import { editsOfMarkdown, type WordPlaces } from "./rename/names-in-markdown.ts";
import { isSameChapter } from "./rename/same-chapter.ts";
import { editsOfWords, type Renamed, renameIn } from "./rename/words.ts";
import { applyEdits, type TextEdit } from "./text-edit.ts";

/** A participant as it is written. */
export interface Written {
  readonly id: string;
  /** What `as` gives it, as it is typed. */
  readonly label?: string;
}

export type Renaming =
  | {
      readonly kind: "edits";
      /** Everywhere the reader of the chapter takes the name for the participant. */
      readonly edits: readonly TextEdit[];
      /** Where prose says the name as a whole word: for a person to decide. */
      readonly prose: readonly TextEdit[];
    }
  | { readonly kind: "refused"; readonly why: string };

interface Piece {
  readonly text: string;
  readonly offset: number;
}

interface Pieces {
  readonly fences: readonly Piece[];
  readonly yaml?: Piece;
  readonly root?: Root;
}

/**
 * Gives a participant another id or label everywhere in a chapter: in its diagrams and directives, its front matter,
 * hop headings, budgets and failures, and where its prose says the name, too. Made only when the chapter, read again,
 * says the same but for the name.
 */
export function renameParticipant(text: string, was: Written, now: Written, file = "chapter.md"): Renaming {
  const pieces = piecesOf(text);
  const why = whyNot(pieces, was, now);
  if (why !== undefined) return { kind: "refused", why };
  const before = parseChapter(file, text);
  let refused = `Renaming “${was.id}” to “${now.id}” would change what a diagram says.`;
  for (const labels of labelsToRename(pieces, was, now)) {
    const inDiagrams = editsOfDiagrams(pieces.fences, was, now, labels);
    if (inDiagrams === undefined) continue;
    const names = namesOf(was, now, labels);
    const places = placesOf(pieces, text, before, names.words);
    const isSame = (edits: readonly TextEdit[]): boolean =>
      isSameChapter(before, parseChapter(file, applyEdits(text, edits)), names.all);
    const withIds = (follow: boolean): readonly TextEdit[] => [
      ...inDiagrams,
      ...editsOfIds(pieces, names.all, before, follow),
    ];
    const edits = [[...withIds(true), ...places.certain], withIds(false)].find(isSame);
    if (edits) return { kind: "edits", edits, prose: keepWhat(isSame, edits, places.prose) };
    refused =
      "The chapter would be read differently: a failure, a figure or another diagram knows it by words of its old label.";
  }
  return { kind: "refused", why: refused };
}

/** The label that is shown; where that makes two lifelines of one, all that the diagrams give it. */
function labelsToRename({ fences }: Pieces, was: Written, now: Written): readonly (readonly Renamed[])[] {
  const { label: from } = was;
  const { label: to } = now;
  if (from === undefined || to === undefined || from === to) return [[]];
  const all = fences.flatMap((fence) => labelsOf(fence.text).filter(({ id }) => id === was.id));
  const others = [...new Set(all.map(({ label }) => label))].filter((label) => label !== to);
  return [[{ from, to }], others.map((label) => ({ from: label, to }))];
}

function whyNot({ fences }: Pieces, was: Written, now: Written): string | undefined {
  if (!/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(now.id)) {
    return "A name is one word: a letter first, then letters, digits, dots and underscores.";
  }
  const all = fences.map((fence) => parseSequence(fence.text).participants.map(({ id }) => id));
  const own = all.filter((ids) => ids.includes(was.id));
  if (own.length === 0) return `No diagram has a participant “${was.id}”.`;
  if (now.id !== was.id && own.some((ids) => ids.includes(now.id))) {
    return `“${now.id}” is already a participant of a diagram beside “${was.id}”.`;
  }
  return undefined;
}

/** The names that change; in words, an id counts unless the label, which stays, says it too. */
function namesOf(
  was: Written,
  now: Written,
  labels: readonly Renamed[],
): { readonly all: readonly Renamed[]; readonly words: readonly Renamed[] } {
  const ids = was.id === now.id ? [] : [{ from: was.id, to: now.id }];
  const stays = was.label !== undefined && labels.length === 0 && editsOfWords(was.label, 0, ids).length > 0;
  // What stands in parentheses or on a second line is left out when a label is mentioned.
  const short = labels.map(({ from, to }) => ({ from: coreOf(from), to: coreOf(to) }));
  const said = [...labels, ...short].filter(({ from, to }) => from !== to && from !== "" && to !== "");
  const once = said.filter(({ from }, k) => said.findIndex((other) => other.from === from) === k);
  const other = ids.filter(({ from }) => !once.some((name) => name.from === from));
  const words = stays ? once : [...other, ...once];
  return { all: [...ids, ...once], words: [...words, ...words.flatMap(inSmall)] };
}

/** In the middle of a sentence, a name that is no abbreviation may begin with a small letter. */
function inSmall({ from, to }: Renamed): readonly Renamed[] {
  const small = (name: string): string => name.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());
  return small(from) === from ? [] : [{ from: small(from), to: small(to) }];
}

const coreOf = (label: string): string => label.replace(/\s*(?:\(.*?\)|<br\s*\/?>.*)\s*/gi, " ").trim();

/** Undefined where a diagram, read again, would say something else. */
function editsOfDiagrams(
  fences: readonly Piece[],
  was: Written,
  now: Written,
  labels: readonly Renamed[],
): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  for (const { text, offset } of fences) {
    const byId = was.id === now.id ? [] : editsOfId(text, { from: was.id, to: now.id });
    const inFence = [...byId, ...editsOfLabels(text, was.id, labels)];
    if (inFence.length === 0) continue;
    const after = parseSequence(applyEdits(text, inFence));
    if (shape(parseSequence(text), was.id, now.id) !== shape(after)) return undefined;
    edits.push(...inFence.map((edit) => move(edit, offset)));
  }
  return edits;
}

function placesOf({ fences, root }: Pieces, text: string, before: Chapter, names: readonly Renamed[]): WordPlaces {
  const said = fences.flatMap((fence) => {
    return editsOfSayings(fence.text, names).map((edit) => move(edit, fence.offset));
  });
  if (!root) return { certain: [], prose: said };
  const { certain, prose } = editsOfMarkdown(root, text, before, names);
  return { certain, prose: [...prose, ...said].sort((a, b) => a.start - b.start) };
}

/** Front matter and directives: the names themselves, and the ids of failures and layers that follow from them. */
function editsOfIds(
  { fences, yaml, root }: Pieces,
  names: readonly Renamed[],
  { system }: Chapter,
  follow: boolean,
): readonly TextEdit[] {
  const moved = (id: string, title: string): Renamed[] => {
    const to = slugOf(renameIn(title, names));
    return follow && id === slugOf(title) && id !== to ? [{ from: id, to }] : [];
  };
  const faults = system.faults.flatMap(({ id, title }) => moved(id, title));
  const layers = system.layers.flatMap(({ id, name, inferred }) => (inferred ? moved(id, name) : []));
  const inYaml = yaml ? editsOfFrontMatter(yaml.text, { participants: names, faults, layers }) : [];
  const comments = (root?.children ?? []).flatMap((node) => {
    const [start, end] = [node.position?.start.offset, node.position?.end.offset];
    return node.type === "html" && start !== undefined && end !== undefined
      ? [{ text: node.value, offset: start }]
      : [];
  });
  const inDirectives = [...fences, ...comments].flatMap(({ text, offset }) => {
    const found = [...text.matchAll(/((?:%%|<!--)\s*@(on|layer|via)\s+)(.*)/g)];
    return found.flatMap(({ index, 1: head = "", 2: name, 3: value = "" }) => {
      const at = offset + index + head.length;
      const ids = name === "on" ? value.slice(0, Math.max(0, value.indexOf(":"))) : value;
      return editsOfWords(ids, at, name === "on" ? faults : layers);
    });
  });
  return [...inYaml.map((edit) => move(edit, yaml?.offset ?? 0)), ...inDirectives];
}

/** As many of the edits as leave the chapter the same: all, or those of each half. */
function keepWhat(
  isSame: (edits: readonly TextEdit[]) => boolean,
  base: readonly TextEdit[],
  edits: readonly TextEdit[],
): readonly TextEdit[] {
  if (edits.length === 0 || isSame([...base, ...edits])) return edits;
  if (edits.length === 1) return [];
  const half = edits.length >> 1;
  const first = keepWhat(isSame, base, edits.slice(0, half));
  return [...first, ...keepWhat(isSame, [...base, ...first], edits.slice(half))];
}

/** The participants of a chapter's diagrams, each with the label it has first. */
export function participantsOf(text: string): readonly Written[] {
  const { fences } = piecesOf(text);
  const ids = fences.flatMap((fence) => parseSequence(fence.text).participants.map(({ id }) => id));
  const labels = fences.flatMap((fence) => labelsOf(fence.text));
  return [...new Set(ids)].map((id) => {
    const label = labels.find((each) => each.id === id)?.label;
    return label === undefined ? { id } : { id, label };
  });
}

function piecesOf(text: string): Pieces {
  if (isSequenceText(text)) return { fences: [{ text, offset: 0 }] };
  const root = parseMarkdown(text);
  const fences = findFences(root.children, text).map((fence) => ({ text: fence.text, offset: fence.at.offset }));
  const head = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)^---[ \t]*$/m.exec(text);
  if (head?.index !== 0) return { fences, root };
  return { fences, root, yaml: { text: head[1] ?? "", offset: text.indexOf("\n") + 1 } };
}

function move(edit: TextEdit, by: number): TextEdit {
  return { start: edit.start + by, end: edit.end + by, text: edit.text };
}

/** A diagram without places and labels, with one name for another, as text to compare. */
function shape(diagram: Diagram, from?: string, to?: string): string {
  const named = (id: unknown): unknown => (id === from ? to : id);
  return JSON.stringify(diagram, (key, value: unknown) => {
    if (key === "span" || key === "label") return undefined;
    if (key === "id" || key === "from" || key === "to") return named(value);
    if (key === "over" && Array.isArray(value)) return value.map(named);
    return value;
  }).replace(/("name":"same-as","text":)"[^"]*"/g, "$1");
}
