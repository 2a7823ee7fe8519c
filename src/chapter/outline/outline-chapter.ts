import type { RootContent } from "mdast";
import type { Fence } from "../markdown/find-fences.ts";
import { findFences } from "../markdown/find-fences.ts";
import type { Section } from "../markdown/sections.ts";
import { withDescendants } from "../markdown/sections.ts";
import type { HopHeading } from "./read-heading.ts";
import { readHopHeading, readNumbered, readNumberedLeg, saysScenario, titleOfScenario } from "./read-heading.ts";

/** A hop as the headings give it: its sections are its own and those below. */
export interface HopOutline {
  readonly title: string;
  readonly section: Section;
  readonly sections: readonly Section[];
  readonly fences: readonly Fence[];
}

export interface ScenarioOutline {
  readonly title: string;
  readonly section: Section;
  /** Sections whose prose is the scenario's own. */
  readonly sections: readonly Section[];
  /** From headings; empty when the hops are to be found from the fences. */
  readonly hops: readonly HopOutline[];
  /** Directly in the section; each is a hop when there are several. */
  readonly fences: readonly Fence[];
}

export interface ChapterOutline {
  readonly title?: string;
  readonly scenarios: readonly ScenarioOutline[];
  /** Sections that belong to no scenario, in the order of the text. */
  readonly rest: readonly Section[];
}

interface HopChild {
  readonly section: Section;
  readonly heading: HopHeading;
}

type HasDiagram = (section: Section) => boolean;

/** Which of the sections are hops: by word and number, else by number and leg if several are so numbered. */
function hopsAmong(children: readonly Section[], hasDiagram: HasDiagram): ReadonlyMap<Section, HopHeading> {
  const worded = new Map<Section, HopHeading>();
  const numbered = new Map<Section, HopHeading>();
  for (const child of children) {
    const heading = readHopHeading(child.title);
    if (heading) worded.set(child, heading);
    // "2.3 And back" goes on where two legs were numbered before it.
    const leg =
      readNumberedLeg(child.title) ?? (numbered.size >= 2 && hasDiagram(child) ? readNumbered(child.title) : undefined);
    if (leg) numbered.set(child, leg);
  }
  if (worded.size > 0) return worded;
  const inOrder = [...numbered.values()].every(
    (leg, index, all) => index === 0 || leg.n === (all[index - 1]?.n ?? 0) + 1,
  );
  return numbered.size >= 2 && inOrder ? numbered : new Map();
}

/** Hops that follow each other under one parent; a number that starts again starts another run. */
function runsOf(
  children: readonly Section[],
  hasDiagram: HasDiagram,
): { hops: HopChild[]; before: Section | undefined }[] {
  const hops = hopsAmong(children, hasDiagram);
  const runs: { hops: HopChild[]; before: Section | undefined }[] = [];
  for (const [index, section] of children.entries()) {
    const heading = hops.get(section);
    if (!heading) continue;
    const run = runs.at(-1);
    const last = run?.hops.at(-1)?.heading.n ?? Number.POSITIVE_INFINITY;
    const previous = children[index - 1];
    const newScenario = previous !== undefined && !hops.has(previous) && saysScenario(previous.title);
    if (run && heading.n > last && !newScenario) run.hops.push({ section, heading });
    else
      runs.push({
        hops: [{ section, heading }],
        before: previous !== undefined && !hops.has(previous) ? previous : undefined,
      });
  }
  return runs;
}

/** A README's `<h1 align="center">shorty</h1>`, for want of a Markdown one. */
function htmlTitle(top: Section): { title?: string } {
  for (const node of top.nodes) {
    const title = node.type === "html" ? /<h1\b[^>]*>\s*([^<]+?)\s*(?:<|$)/iu.exec(node.value)?.[1] : undefined;
    if (title) return { title: title.replace(/\s+/gu, " ") };
  }
  return {};
}

export function outlineChapter(top: Section, source: string): ChapterOutline {
  const fencesOf = new Map<Section, Fence[]>();
  for (const section of withDescendants(top)) fencesOf.set(section, findFences(section.nodes as RootContent[], source));
  const fences = (section: Section) => fencesOf.get(section) ?? [];
  const hasFences = (section: Section) => withDescendants(section).some((each) => fences(each).length > 0);
  const titled = withDescendants(top).find((each) => each.level === 1 && !readHopHeading(each.title));
  const scenarios: ScenarioOutline[] = [];
  const rest: Section[] = [];

  const hopOf = ({ section, heading }: HopChild): HopOutline => {
    const sections = withDescendants(section);
    return { title: heading.title, section, sections, fences: sections.flatMap(fences) };
  };

  function visit(section: Section): void {
    const runs = runsOf(section.children, hasFences);
    const inRun = new Set(runs.flatMap((run) => run.hops.map((hop) => hop.section)));
    const owners = new Map<Section, HopChild[]>();
    for (const run of runs) {
      const { before } = run;
      const sibling =
        before && fences(before).length === 0 && (saysScenario(before.title) || runs.length > 1) ? before : undefined;
      const owner = sibling ?? section;
      owners.set(owner, [...(owners.get(owner) ?? []), ...run.hops]);
    }
    emit(section, owners.get(section) ?? [], inRun, owners);
    for (const child of section.children) {
      if (inRun.has(child) || isQuiet(child, owners)) continue;
      const hops = owners.get(child);
      if (hops) emit(child, hops, inRun, owners);
      else visit(child);
    }
  }

  /** Nothing in it is played: it is prose of the section above. */
  function isQuiet(section: Section, owners: ReadonlyMap<Section, unknown>): boolean {
    return !owners.has(section) && !hasFences(section) && !hopsBelow(section);
  }

  function hopsBelow(section: Section): boolean {
    return section.children.some((child) => readHopHeading(child.title) !== undefined || hopsBelow(child));
  }

  /** Puts the section's own prose where it belongs: to its scenario, if it is one, else to the chapter. */
  function emit(
    section: Section,
    hops: readonly HopChild[],
    inRun: ReadonlySet<Section>,
    owners: ReadonlyMap<Section, unknown>,
  ): void {
    const own = fences(section);
    const quiet = section.children
      .filter((child) => !inRun.has(child) && isQuiet(child, owners))
      .flatMap(withDescendants);
    const title = titleOfScenario(section.title || titled?.title || "");
    if (hops.length > 0) {
      if (own.length > 0) {
        scenarios.push({ title: `${title}: overview`, section, sections: [], hops: [], fences: own });
      }
      scenarios.push({ title, section, sections: [section, ...quiet], hops: hops.map(hopOf), fences: [] });
    } else if (own.length > 0) {
      scenarios.push({ title, section, sections: [section, ...quiet], hops: [], fences: own });
    } else {
      rest.push(section, ...quiet);
    }
  }

  visit(top);
  const order = (section: Section) => section.start.start;
  return {
    ...(titled ? { title: titled.title } : htmlTitle(top)),
    scenarios,
    rest: rest.filter((each) => each.nodes.length > 0 || each.heading).sort((a, b) => order(a) - order(b)),
  };
}
