import type { Definition, FootnoteDefinition, Nodes, RootContent } from "mdast";
import type { Prose } from "../../model/prose.ts";
import { proseOf } from "./prose.ts";

/** What links and footnotes of a file lead to, by the kind and name they are asked for with; the first one counts. */
export type DefinitionBook = ReadonlyMap<string, Definition | FootnoteDefinition>;

export function readDefinitions(nodes: readonly RootContent[]): DefinitionBook {
  const book = new Map<string, Definition | FootnoteDefinition>();
  visitAll(nodes, (node) => {
    if (node.type !== "definition" && node.type !== "footnoteDefinition") return;
    const name = nameOf(node.type, node.identifier);
    if (!book.has(name)) book.set(name, node);
  });
  return book;
}

/** A part of the file with what its links and footnotes lead to, which may stand anywhere in the file. */
export function withDefinitions(prose: Prose, book: DefinitionBook): Prose {
  if (book.size === 0) return prose;
  const has = new Set<string>();
  const wants = new Set<string>();
  const note = (node: Nodes): void => {
    if (node.type === "definition" || node.type === "footnoteDefinition") has.add(nameOf(node.type, node.identifier));
    if (node.type === "linkReference" || node.type === "imageReference")
      wants.add(nameOf("definition", node.identifier));
    if (node.type === "footnoteReference") wants.add(nameOf("footnoteDefinition", node.identifier));
  };
  visitAll(prose, note);
  const added: RootContent[] = [];
  // A footnote may lead on to others: the set grows while it is walked.
  for (const name of wants) {
    const found = book.get(name);
    if (!found || has.has(name)) continue;
    added.push(found);
    visitAll([found], note);
  }
  return added.length > 0 ? [...prose, ...proseOf(added, new Set())] : prose;
}

const nameOf = (type: string, identifier: string): string => `${type} ${identifier}`;

function visitAll(nodes: readonly Nodes[], visit: (node: Nodes) => void): void {
  for (const node of nodes) {
    visit(node);
    if ("children" in node) visitAll(node.children, visit);
  }
}
