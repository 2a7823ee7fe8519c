import type { Link, RootContent } from "mdast";
import type { Moment } from "../model/moment.ts";
import type { Prose } from "../model/prose.ts";
import { findFences } from "./markdown/find-fences.ts";
import { proseOf } from "./markdown/prose.ts";
import { type Section, withDescendants } from "./markdown/sections.ts";
import { fileStart, type ProblemList } from "./problem-list.ts";

export interface ReadMoments {
  readonly title?: string;
  readonly notes: Prose;
  readonly moments: readonly Moment[];
}

/**
 * A walkthrough's moments: each heading below the title, its prose, and the first link to Hopwise in it. Diagrams are
 * left out: the stage shows what the link says, and they stand in the text for pages that cannot.
 */
export function readMoments(top: Section, text: string, problems: ProblemList): ReadMoments {
  const [first, ...others] = top.children;
  // One heading above all others is the title; what stands right below it introduces.
  const titled = first && others.length === 0 && first.level === 1 ? first : undefined;
  const sections = (titled ? titled.children : top.children).flatMap(withDescendants);
  const moments = sections.map((section) => readMoment(section, text));
  if (!moments.some(({ link }) => link !== undefined)) {
    problems.add(
      "warning",
      "walkthrough/no-moment",
      "No heading of this walkthrough has a link to Hopwise below it (such as `[Show](?v=1&chapter=…)`), so there is nothing to play.",
      fileStart,
    );
  }
  return {
    ...(titled ? { title: titled.title } : {}),
    notes: proseOf([...top.nodes, ...(titled?.nodes ?? [])], new Set(top.nodes.filter(isComment))),
    moments,
  };
}

function readMoment(section: Section, text: string): Moment {
  const { title, nodes, start } = section;
  const link = nodes.flatMap(linksIn).find(({ url }) => isHopwise(url));
  const dropped = new Set<RootContent>([
    ...findFences(nodes, text).map(({ node }) => node),
    ...nodes.filter(isComment),
    // A line that is the link alone says nothing more; within a sentence it stays.
    ...nodes.filter((node) => node.type === "paragraph" && node.children.length === 1 && node.children[0] === link),
  ]);
  return {
    title,
    notes: proseOf(nodes, dropped),
    ...(link ? { link: link.url.slice(link.url.indexOf("?")) } : {}),
    line: start.line,
  };
}

function isComment(node: RootContent): boolean {
  return node.type === "html" && node.value.startsWith("<!--");
}

/** An ordinary link to Hopwise says so by its version; whose page it was copied from does not matter. */
function isHopwise(url: string): boolean {
  return /^[^?#]*\?(?:[^#]*&)?v=\d/.test(url);
}

function linksIn(node: RootContent): Link[] {
  if (node.type === "link") return [node];
  return "children" in node ? (node.children as RootContent[]).flatMap(linksIn) : [];
}
