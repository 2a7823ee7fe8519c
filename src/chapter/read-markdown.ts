import type { Yaml } from "mdast";
import { buildScenario } from "./build-scenario.ts";
import { type ChapterDraft, contextOf } from "./chapter-draft.ts";
import { titleOfFile } from "./chapter-name.ts";
import { ChapterReader } from "./chapter-reader.ts";
import type { FrontMatter } from "./front-matter/front-matter.ts";
import { noFrontMatter } from "./front-matter/front-matter.ts";
import { readFrontMatter } from "./front-matter/read-front-matter.ts";
import { giveBudgets } from "./give-budgets.ts";
import { readDefinitions } from "./markdown/definitions.ts";
import { parseMarkdown } from "./markdown/parse-markdown.ts";
import type { Section } from "./markdown/sections.ts";
import { endOf, sectionsOf } from "./markdown/sections.ts";
import { levelHops } from "./outline/level-hops.ts";
import { outlineChapter } from "./outline/outline-chapter.ts";
import type { ProblemList } from "./problem-list.ts";
import { fileStart } from "./problem-list.ts";
import { readMoments } from "./read-moments.ts";
import type { ScenarioDraft } from "./scenario-draft.ts";
import type { SharedIndex } from "./shared-index.ts";
import { makeSlugger, slugOf } from "./slug.ts";
import { makeChoiceBook } from "./steps/choice-book.ts";
import { gatherFaults } from "./system/gather-faults.ts";
import { makeLayerBook } from "./system/layer-book.ts";

/** Reads a chapter in Markdown into its draft, which is `empty` as yet. Throws a RangeError where it nests too deep. */
export function readMarkdown(
  text: string,
  empty: ChapterDraft,
  shared: SharedIndex | undefined,
  isIndex: boolean,
): ChapterDraft {
  const { file, problems } = empty;
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
  const top = levelHops(sectionsOf(root));
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

function readYamlNode(node: Yaml, text: string, problems: ProblemList): FrontMatter {
  const start = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? start;
  const raw = text.slice(start, end);
  const opening = /^[^\n\r]*(?:\r\n|\n|\r)/.exec(raw)?.[0].length ?? 3;
  const body = raw.slice(opening).replace(/(?:^|\r\n|\n|\r)[^\n\r]*$/, "");
  return readFrontMatter(body, start + opening, (node.position?.start.line ?? 1) + 1, problems);
}
