import type { Nodes } from "mdast";
import { indexFileOf } from "../model/chapter-file.ts";
import type { Prose } from "../model/prose.ts";
import { pictureType } from "./picture-types.ts";
import { encodePath } from "./safe-path.ts";
import type { Shelved } from "./shelved.ts";

/**
 * The pictures that a library's notes show from beside its files, each once: names below the library's folder, with
 * `/`. One that lies outside of that folder is not the library's, and not among them.
 */
export function findPictures({ library, files }: Shelved): readonly string[] {
  const index = indexFileOf(files.map(({ file }) => file));
  const found = new Set<string>();
  const visit = (node: Nodes, file: string): void => {
    // What an image's name leads to may be a link's, too: then it is a picture all the same.
    const url = node.type === "image" || node.type === "definition" ? node.url : undefined;
    const path = url === undefined ? undefined : besides(url, file);
    if (path?.startsWith(`${library.id}/`) && pictureType(path)) found.add(path.slice(library.id.length + 1));
    if ("children" in node) for (const child of node.children) visit(child, file);
  };
  const read = (notes: Prose, file: string): void => {
    for (const node of notes) visit(node, file);
  };
  if (index !== undefined) read(library.notes, index);
  for (const { file, notes, scenarios, moments } of library.chapters) {
    read(notes, file);
    for (const scenario of scenarios) {
      read(scenario.notes, file);
      for (const hop of scenario.hops) read(hop.notes, file);
    }
    for (const moment of moments ?? []) read(moment.notes, file);
  }
  return [...found].sort();
}

/**
 * Where an address leads that stands in a file; undefined when it leads to another site or cannot be read. A slash that is
 * written as a code is part of a name for an address and parts names on a disk: `..%2F` would lead out.
 */
function besides(url: string, file: string): string | undefined {
  const here = "http://here.invalid";
  try {
    const { origin, pathname } = new URL(url, `${here}/${encodePath(file)}`);
    return origin === here && !/%(?:2f|5c|00)/i.test(pathname) ? decodeURIComponent(pathname.slice(1)) : undefined;
  } catch {
    return undefined;
  }
}
