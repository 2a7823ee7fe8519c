import type { RootContent } from "mdast";
import type { Span } from "../../model/place.ts";
import { textOf } from "../../model/text-of.ts";
import { findLatencies } from "../latency/find-latencies.ts";
import { spanOf } from "../markdown/sections.ts";
import { plain } from "../words.ts";

/** A line that states a latency, such as `Latency: ~5–15 ms`. */
export interface StatedLatency {
  readonly kind: "latency" | "total";
  /** What stands behind the colon. */
  readonly text: string;
  readonly span: Span;
}

const stated =
  /^(?:(?:typical|typische|expected|end-to-end|hop|overall) )?(?:(latency|latenz|latence|latencia|duration|dauer|duree|duracion|time taken|takes|所要時間|応答時間|レイテンシー?|response time|answers in|antwortzeit|laufzeit|temps de reponse|tiempo de respuesta)|(total|gesamt|summe|insgesamt|in total|sum|total for this hop|gesamt fur diesen hop))(?![\p{L}\p{N}])\s*(?:\([^()]{0,60}\)\s*)?(?:(for this (?:hop|step|leg)|fur diesen \w+|pour cette? \w+|de este \w+)\s*)?(?:is|are|ist|est|es)?\s*[:：=–—-]?\s*/u;

/** `(approx. 30 ms)`: a line that is a figure and nothing else. */
function isBare(words: string): boolean {
  const said = words.replace(/^\(|\)?\.?$/g, "");
  const [only, second] = said.length < 60 ? findLatencies(said) : [];
  return only?.latency !== undefined && !second && only.start === 0 && only.end === said.length;
}

function readLine(text: string, span: Span): StatedLatency | undefined {
  const words = text.replace(/\s+/gu, " ").trim();
  const folded = plain(words);
  if (isBare(words)) return { kind: "latency", text: words, span };
  const match = stated.exec(folded);
  if (!match || !/\d/.test(words)) return undefined;
  const rest = folded.length === words.length ? words.slice(match[0].length) : folded.slice(match[0].length);
  // A sentence that only begins with the word ("Latency matters because …") states nothing.
  if (!/^(?:ca\.|approx\.|env\.|aprox\.|[^.;]){0,60}\d/.test(rest) || !/(?:[mµu]?s|min|sek\w*|sec\w*)\b|秒/i.test(rest))
    return undefined;
  return { kind: match[2] && !match[3] ? "total" : "latency", text: rest, span };
}

/** Paragraphs and list items that state a latency or total, in the order of the text. */
export function findStatedLatencies(nodes: readonly RootContent[]): StatedLatency[] {
  return nodes.flatMap((node): StatedLatency[] => {
    if (node.type === "paragraph") {
      // Every line of a paragraph may be a statement of its own.
      const lines = textOf(node).split("\n");
      return lines
        .flatMap((line, index) => {
          const span = spanOf(node);
          const from = lines.length > 1 && index > 0 ? line : lines.slice(index).join(" ");
          return readLine(from, index === 0 ? span : { ...span, line: span.line + index, column: 1 }) ?? [];
        })
        .slice(0, 1);
    }
    if (node.type === "list" || node.type === "listItem" || node.type === "blockquote") {
      return findStatedLatencies(node.children as RootContent[]);
    }
    return [];
  });
}
