import type { Yaml } from "mdast";
import type { ChapterId } from "../model/ids.ts";
import type { Moment } from "../model/moment.ts";
import type { Prose } from "../model/prose.ts";
import type { ChapterContext } from "./build-scenario.ts";
import { buildScenario } from "./build-scenario.ts";
import { idOfFile, titleOfFile } from "./chapter-name.ts";
import { ChapterReader } from "./chapter-reader.ts";
import type { FrontMatter } from "./front-matter/front-matter.ts";
import { noFrontMatter } from "./front-matter/front-matter.ts";
import { readFrontMatter } from "./front-matter/read-front-matter.ts";
import { giveBudgets } from "./give-budgets.ts";
import { readDefinitions } from "./markdown/definitions.ts";
import { isSequenceText } from "./markdown/find-fences.ts";
import { parseMarkdown } from "./markdown/parse-markdown.ts";
import type { Section } from "./markdown/sections.ts";
import { endOf, sectionsOf } from "./markdown/sections.ts";
import { outlineChapter } from "./outline/outline-chapter.ts";
import type { ProblemList } from "./problem-list.ts";
import { fileStart, makeProblemList } from "./problem-list.ts";
import { isReadable } from "./read-guard.ts";
import { readMoments } from "./read-moments.ts";
import { readSequence } from "./read-sequence.ts";
import type { ScenarioDraft } from "./scenario-draft.ts";
import type { SharedIndex } from "./shared-index.ts";
import { makeSlugger, slugOf } from "./slug.ts";
import { makeChoiceBook } from "./steps/choice-book.ts";
import type { PendingFault } from "./system/gather-faults.ts";
import { gatherFaults } from "./system/gather-faults.ts";
import type { LayerBook } from "./system/layer-book.ts";
import { makeLayerBook } from "./system/layer-book.ts";

/** A chapter read as far as it can be without the rest of its library. */
export interface ChapterDraft {
  readonly id: ChapterId;
  readonly file: string;
  readonly title: string;
  readonly frontMatter: FrontMatter;
  readonly scenarios: readonly ScenarioDraft[];
  readonly layers: LayerBook;
  /** Its own faults; those that index.md shares are not among them. */
  readonly faults: readonly PendingFault[];
  readonly notes: Prose;
  /** A walkthrough's; such a chapter has no scenarios. */
  readonly moments?: readonly Moment[];
  readonly problems: ProblemList;
}

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

  const root = parseMarkdown(text);
  const yaml = root.children.find((node): node is Yaml => node.type === "yaml");
  const frontMatter = yaml ? readYamlNode(yaml, text, problems) : noFrontMatter;
  if (!yaml && /^\uFEFF?---[ \t]*\r?\n(?:[ \t]*[\w-]+[ \t]*:)/.test(text)) {
    problems.add(
      "error",
      "front-matter/unclosed",
      "The front matter has no closing `---` line, so it is read as prose.",
      fileStart,
    );
  }
  const top = sectionsOf(root);
  if (frontMatter.type === "walkthrough" && !isIndex)
    return { ...empty, ...readWalkthrough(top, text, frontMatter, empty) };
  const reader = new ChapterReader(problems, readDefinitions(root.children));
  reader.readSections([top]);
  const layers = makeLayerBook(file, [
    ...frontMatter.layers,
    ...(shared?.layers ?? []).filter((layer) => !frontMatter.layers.some((own) => own.id === layer.id)),
  ]);
  const faults = gatherFaults(reader.faultRows, frontMatter.faults, layers, problems);
  const known = new Map(
    [...(shared?.faults ?? []), ...faults].flatMap(
      ({ fault }) =>
        [
          [fault.id, fault.id],
          [slugOf(fault.title), fault.id],
        ] as const,
    ),
  );
  const context = contextOf(problems, layers, known);

  const outline = outlineChapter(top, text);
  const slug = makeSlugger();
  const sharedChoices = [
    ...frontMatter.choices,
    ...(shared?.choices ?? []).filter((choice) => !frontMatter.choices.some((own) => own.id === choice.id)),
  ];
  const owned = new Map<Section, ScenarioDraft>();
  const title = frontMatter.title ?? outline.title ?? titleOfFile(file);
  const scenarios = outline.scenarios.map((each) => {
    const name = each.title === "" ? title : each.title;
    const hops = each.hops.length > 0 ? each.hops.map((hop) => reader.hop(hop)) : reader.loose(each);
    const source = {
      title: name,
      id: slug(name),
      hops,
      findLegs: each.hops.length === 0 && each.fences.length === 1,
      notes: reader.notes(each.sections, (section) => section !== each.section),
      span: { ...each.section.start, end: endOf(each.section) },
    };
    const draft = buildScenario(source, makeChoiceBook(sharedChoices), context);
    for (const section of [...each.sections, ...each.hops.flatMap((hop) => hop.sections)]) owned.set(section, draft);
    return draft;
  });

  giveBudgets(reader, owned, scenarios, frontMatter, problems);
  if (scenarios.length === 0 && !isIndex) {
    problems.add(
      "warning",
      "chapter/no-scenario",
      "No Mermaid sequence diagram is found, so there is nothing to play.",
      fileStart,
    );
  }
  const notes = reader.notes(outline.rest, (section) => section.level > 1);
  return { ...empty, title, frontMatter, scenarios, layers, faults, notes };
}

/** Its diagrams are pictures of what its links show; nothing of it is played by itself. */
function readWalkthrough(top: Section, text: string, frontMatter: FrontMatter, { title, problems }: ChapterDraft) {
  const { title: heading, notes, moments } = readMoments(top, text, problems);
  return { title: frontMatter.title ?? heading ?? title, frontMatter, notes, moments };
}

function contextOf(problems: ProblemList, layers: LayerBook, known: ReadonlyMap<string, string>): ChapterContext {
  return {
    problems,
    layers,
    findFault: (word) => known.get(slugOf(word)),
    faultNames: () => [...new Set(known.values())],
    fences: 0,
  };
}

function readYamlNode(node: Yaml, text: string, problems: ProblemList): FrontMatter {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  const raw = text.slice(start, end);
  const opening = /^[^\n\r]*(?:\r\n|\n|\r)/.exec(raw)?.[0].length ?? 3;
  const body = raw.slice(opening).replace(/(?:^|\r\n|\n|\r)[^\n\r]*$/, "");
  return readFrontMatter(body, start + opening, (node.position?.start.line ?? 1) + 1, problems);
}
