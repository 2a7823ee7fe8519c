import type { ChapterContext } from "./build-scenario.ts";
import { buildScenario } from "./build-scenario.ts";
import { type ChapterDraft, contextOf } from "./chapter-draft.ts";
import { idOfFile, titleOfFile } from "./chapter-name.ts";
import { noFrontMatter } from "./front-matter/front-matter.ts";
import type { ProblemList } from "./problem-list.ts";
import { fileStart, makeProblemList } from "./problem-list.ts";
import { isReadable } from "./read-guard.ts";
import { readMarkdown } from "./read-markdown.ts";
import { readSequence } from "./read-sequence.ts";
import { isSequenceText } from "./sequence/is-sequence-text.ts";
import type { SharedIndex } from "./shared-index.ts";
import { slugOf } from "./slug.ts";
import { makeChoiceBook } from "./steps/choice-book.ts";
import { makeLayerBook } from "./system/layer-book.ts";

function emptyDraft(file: string, problems: ProblemList, shared: SharedIndex | undefined): ChapterDraft {
  const layers = makeLayerBook(file, shared?.layers ?? []);
  return {
    id: idOfFile(file),
    file,
    title: titleOfFile(file),
    frontMatter: noFrontMatter,
    scenarios: [],
    layers,
    faults: [],
    notes: [],
    problems,
  };
}

function draftMermaid(
  text: string,
  draft: ChapterDraft,
  context: ChapterContext,
  shared: SharedIndex | undefined,
): ChapterDraft {
  const diagram = readSequence(text, { offset: 0, line: 1, column: 1 }, draft.problems);
  const title = diagram.title ?? draft.title;
  const span = { start: 0, end: text.length, line: 1, column: 1 };
  const source = {
    title,
    id: slugOf(title),
    findLegs: true,
    notes: [],
    span,
    hops: [{ diagrams: [diagram], stated: [], directives: [], notes: [], span }],
  };
  return { ...draft, title, scenarios: [buildScenario(source, makeChoiceBook(shared?.choices ?? []), context)] };
}

/**
 * Reads a chapter's text. `isIndex`: an index.md need not have scenarios. Lists and quotations nested so deep that
 * recursion ends are a problem like any other.
 */
export function draftChapter(
  file: string,
  text: string,
  shared: SharedIndex | undefined,
  isIndex = false,
): ChapterDraft {
  try {
    return readDraft(file, text, shared, isIndex);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const problems = makeProblemList(file);
    const message = "Lists or quotations nest too deep to be read here. Nothing of this file is played.";
    problems.add("error", "chapter/too-deep", message, fileStart);
    return emptyDraft(file, problems, shared);
  }
}

function readDraft(file: string, text: string, shared: SharedIndex | undefined, isIndex: boolean): ChapterDraft {
  const problems = makeProblemList(file, text);
  const empty = emptyDraft(file, problems, shared);
  if (!isReadable(text, problems)) return empty;
  if (isSequenceText(text)) {
    const known = new Map((shared?.faults ?? []).map((each) => [slugOf(each.fault.title), each.fault.id]));
    const context = contextOf(problems, empty.layers, known);
    return draftMermaid(text, empty, context, shared);
  }
  return readMarkdown(text, empty, shared, isIndex);
}
