import type { Html, Nodes } from "mdast";

/** What a few harmless tags of HTML hold; a summary is there for what can be folded, and only then. */
export interface Tagged {
  readonly type: "tagged";
  readonly tag: (typeof tags)[number];
  readonly summary?: string;
  readonly open?: boolean;
  readonly children: readonly Nested[];
}

/** A tree's node, or what stood between two tags. */
export type Nested = Nodes | Tagged;

/** Tags that shape words and do nothing else. */
const tags = [
  "b",
  "del",
  "details",
  "em",
  "i",
  "ins",
  "kbd",
  "mark",
  "s",
  "small",
  "strong",
  "sub",
  "sup",
  "u",
] as const;

/** So deep may they stand in each other; no text needs more, and a page of thousands would be slow to lay out. */
const deepest = 12;

interface Frame {
  readonly opened: Html | undefined;
  readonly made: Omit<Tagged, "children">;
  readonly children: Nested[];
}

/**
 * Puts what stands between a tag and its end into one node. Only tags by themselves are known, without attributes;
 * every other one, and one that is not closed, stays the text it is. What is folded may end with what it stands in.
 */
export function nestTags(nodes: readonly Nodes[]): readonly Nested[] {
  if (!nodes.some(({ type }) => type === "html")) return nodes;
  const frames: Frame[] = [{ opened: undefined, made: { type: "tagged", tag: "b" }, children: [] }];
  const put = (...some: readonly Nested[]) => frames.at(-1)?.children.push(...some);
  const close = () => {
    const frame = frames.pop();
    if (!frame?.opened) return;
    const { opened, made, children } = frame;
    if (made.tag === "details") put({ ...made, children });
    else put(opened, ...children);
  };
  for (const [i, node] of nodes.entries()) {
    if (isAnchor(nodes, i) || isAnchor(nodes, i - 1)) continue;
    const read = node.type === "html" ? readTag(node) : undefined;
    if (!read || node.type !== "html" || (read.is === "start" && frames.length > deepest)) put(node);
    else if (read.is === "start") {
      frames.push({ opened: node, made: read.made, children: [...read.begun] });
      if (read.ended) close();
    } else {
      const from = frames.findLastIndex(({ opened, made }) => opened && made.tag === read.tag);
      if (from < 0) put(node);
      else {
        while (frames.length > from + 1) close();
        const frame = frames.pop();
        if (frame) put({ ...frame.made, children: frame.children });
      }
    }
  }
  while (frames.length > 1) close();
  return frames[0]?.children ?? [];
}

/** What other pages point to, with nothing in it: `<a id="x"></a>`, of which each tag is a node. */
function isAnchor(nodes: readonly Nodes[], i: number): boolean {
  const [start, end] = [nodes[i], nodes[i + 1]];
  const tags = start?.type === "html" && end?.type === "html" ? start.value + end.value : "";
  return /^<a (?:id|name)="[^"<>]*"><\/a>$/i.test(tags);
}

type Read =
  | { readonly is: "end"; readonly tag: string }
  | {
      readonly is: "start";
      readonly made: Omit<Tagged, "children">;
      /** What stood in the same piece of HTML behind it, and whether its end did, too. */
      readonly begun: readonly Nested[];
      readonly ended: boolean;
    };

function readTag({ value }: Html): Read | undefined {
  const text = value.trim();
  const end = /^<\/([a-z]+)\s*>$/i.exec(text)?.[1]?.toLowerCase();
  if (end) return tags.some((tag) => tag === end) ? { is: "end", tag: end } : undefined;
  const folded = /^<details(\s+open(?:="")?)?\s*>\s*(?:<summary>(.*?)<\/summary>)?([^<]*)(<\/details\s*>)?$/is.exec(
    text,
  );
  if (folded) {
    const [, open, summary = "", rest = "", ended] = folded;
    return {
      is: "start",
      made: {
        type: "tagged",
        tag: "details",
        summary: summary.replace(/<[^>]*>/g, "").trim(),
        open: open !== undefined,
      },
      begun: rest.trim() === "" ? [] : [{ type: "paragraph", children: [{ type: "text", value: rest.trim() }] }],
      ended: ended !== undefined,
    };
  }
  const start = /^<([a-z]+)>$/i.exec(text)?.[1]?.toLowerCase();
  const tag = tags.find((one) => one === start && one !== "details");
  return tag && { is: "start", made: { type: "tagged", tag }, begun: [], ended: false };
}
