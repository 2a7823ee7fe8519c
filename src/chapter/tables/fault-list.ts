import type { List, ListItem, RootContent } from "mdast";
import { textOf } from "../../model/text-of.ts";
import { spanOf } from "../markdown/sections.ts";
import { plain } from "../words.ts";
import type { FaultColumns } from "./classify-table.ts";
import { saysFailure } from "./classify-table.ts";
import type { Row, WordTable } from "./read-table.ts";

/** The columns of a list that is read as a table of failures. */
export const listColumns: FaultColumns = { kind: "faults", title: 0, sees: 1, recovery: 2 };

const headed =
  /\b(?:fail\w*|faults?|outages?|breaks?|broken|goes wrong|went wrong|incidents?|problems?|troubleshooting|ausfall\w*|storung\w*|fehler\w*|schiefgeh\w*|pannes?|incidents?|fallos?|averias?|problemas?)\b|障害|故障|トラフル/u;

/** Where a failure's name ends: `Redis down: …`, `Redis down — …`. */
const after = /^(.{3,80}?)\s*(?:[:：]|\s[–—-]|→|->|=>)\s+(\S.*)$/su;

/**
 * Failures as a list under a heading such as "When it goes wrong": `- **Redis down**: no suggestions. Restart it.` An
 * item is a failure when its beginning says that something failed; the first sentence behind it is what the user sees,
 * the rest what brings it back. One such item alone is prose.
 */
export function readFaultLists(heading: string, nodes: readonly RootContent[]): WordTable | undefined {
  if (!headed.test(plain(heading))) return undefined;
  const items = nodes.filter((node): node is List => node.type === "list").flatMap((list) => list.children);
  const said = items.filter((item) => saysFailure(readItem(item)?.cells[0]?.text ?? ""));
  if (said.length < 2) return undefined;
  // Among failures, one in bold type is a failure too: "**Elasticsearch red**".
  const most = said.length * 2 > items.length;
  const rows = items
    .filter((item) => said.includes(item) || (most && isBold(item)))
    .flatMap((item) => readItem(item) ?? []);
  return { heads: ["", "", ""], rows };
}

function isBold(item: ListItem): boolean {
  const [first] = item.children;
  return first?.type === "paragraph" && first.children[0]?.type === "strong";
}

function readItem(item: ListItem): Row | undefined {
  const [first] = item.children;
  if (first?.type !== "paragraph") return undefined;
  const words = textOf(item).replace(/\s+/gu, " ").trim();
  const match = after.exec(words);
  const [, title = "", told = ""] = match ?? [];
  if (!match) return undefined;
  const end = /[.!?](?=\s+[\p{Lu}`“"'])|。/u.exec(told);
  const sees = end ? told.slice(0, end.index) : told.replace(/\.$/, "");
  const recovery = end ? told.slice(end.index + 1).trim() : "";
  const span = spanOf(first);
  return { cells: [title, sees, recovery].map((text) => ({ text, span })), line: span.line };
}
