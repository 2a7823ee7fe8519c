import { autocompletion, type CompletionContext, type CompletionResult } from "@codemirror/autocomplete";
import { syntaxTree } from "@codemirror/language";
import type { EditorState, Extension } from "@codemirror/state";
import { hoverTooltip, type Rect } from "@codemirror/view";
import {
  completeFrontMatter,
  completeLine,
  findDirective,
  findKeyHelp,
  placeInFrontMatter,
  type Surroundings,
  type Vocabulary,
} from "../../../session/write-text.ts";
import { isInFrontMatter } from "./front-matter-indent.ts";

const kinds = {
  participant: "variable",
  layer: "class",
  failure: "constant",
  directive: "keyword",
  key: "property",
  word: "text",
} as const;

/** Offers what fits at the cursor. `known` is asked each time: the chapter changes while it is written. */
export function assist(known: () => Vocabulary): Extension {
  function complete(context: CompletionContext): CompletionResult | null {
    const { state, pos } = context;
    const line = state.doc.lineAt(pos);
    const where = surroundings(state, pos);
    const found =
      where === "front-matter"
        ? completeFrontMatter(frontMatterTo(state, pos), known())
        : completeLine(line.text.slice(0, pos - line.from), where, known());
    if (!found) return null;
    const typed = pos - line.from - found.from;
    // An empty word is completed only behind something that asks for one.
    if (
      typed === 0 &&
      !context.explicit &&
      !/[@>)x+-]\s*$|@[\w-]+ $|[,:] $|: [[{]$|^\s*(?:(?:de)?activate|destroy|note (?:over|(?:left|right) of)) $/i.test(
        line.text.slice(0, pos - line.from),
      )
    ) {
      return null;
    }
    return {
      from: line.from + found.from,
      options: found.offers.map(({ text, kind, detail, help }) => ({
        label: text.trimEnd(),
        apply: text,
        type: kinds[kind],
        ...(detail ? { detail } : {}),
        ...(help ? { info: help } : {}),
      })),
      validFor: /^@?[\p{L}\p{N}\p{M}_.-]*$/u,
    };
  }
  return [
    autocompletion({
      override: [complete],
      icons: false,
      activateOnTyping: true,
      interactionDelay: 40,
      positionInfo: placeInfo,
    }),
    hoverTooltip(({ state }, pos) => {
      const word = surroundings(state, pos) === "front-matter" ? keyAt(state, pos) : directiveAt(state, pos);
      return word && { pos: word.start, end: word.end, above: true, create: () => ({ dom: drawHelp(word) }) };
    }),
  ];
}

/** A word that can be explained. */
interface Explained {
  readonly start: number;
  readonly end: number;
  readonly code: string;
  readonly help: string;
  readonly where?: string;
}

function directiveAt(state: EditorState, pos: number): Explained | null {
  const line = state.doc.lineAt(pos);
  for (const match of line.text.matchAll(/@([\w-]+)/g)) {
    const start = line.from + match.index;
    const end = start + match[0].length;
    const found = findDirective(match[1] ?? "");
    if (!found || pos < start || pos > end || !/(?:%%|<!--)\s*$/.test(line.text.slice(0, match.index))) continue;
    const where = `Stands before: ${found.before}`;
    return { start, end, code: `@${found.name} ${found.value}`.trim(), help: found.help, where };
  }
  return null;
}

function keyAt(state: EditorState, pos: number): Explained | null {
  const line = state.doc.lineAt(pos);
  for (const match of line.text.matchAll(/[a-z]+(?: [a-z]+)?(?=:(?:\s|$))/g)) {
    const start = line.from + match.index;
    const end = start + match[0].length;
    if (pos < start || pos > end) continue;
    const help = findKeyHelp(placeInFrontMatter(frontMatterTo(state, start)).path, match[0]);
    if (help) return { start, end, code: `${match[0]}:`, help };
  }
  return null;
}

function drawHelp({ code, help, where }: Explained): HTMLElement {
  const dom = document.createElement("div");
  dom.className = "cm-help";
  const parts = [["code", code], ["p", help], ...(where === undefined ? [] : [["small", where] as const])] as const;
  for (const [tag, text] of parts) {
    const part = document.createElement(tag);
    part.textContent = text;
    dom.append(part);
  }
  return dom;
}

/** The front matter from behind its first line. */
const frontMatterTo = (state: EditorState, pos: number): string => state.sliceDoc(state.doc.line(1).to + 1, pos);

/** Help stands beside the list where there is room, else under or over it: on a phone it must not cover what it is about. */
function placeInfo(_view: unknown, list: Rect, option: Rect, info: Rect, space: Rect): { style: string } {
  const width = info.right - info.left;
  const top = Math.min(option.top - list.top, Math.max(0, space.bottom - list.top - (info.bottom - info.top)));
  if (space.right - list.right >= width) return { style: `left: 100%; top: ${top}px` };
  if (list.left - space.left >= width) return { style: `right: 100%; top: ${top}px` };
  const under = space.bottom - list.bottom >= info.bottom - info.top;
  return { style: `left: -1px; right: -1px; width: auto; max-width: none; ${under ? "top" : "bottom"}: 100%` };
}

function surroundings(state: EditorState, pos: number): Surroundings | "front-matter" {
  const head = state.doc.line(1).text;
  if (/^\s*sequenceDiagram\b/.test(head)) return "diagram";
  if (isInFrontMatter(state, pos)) return "front-matter";
  for (let node = syntaxTree(state).resolveInner(pos, -1); ; ) {
    if (node.name === "FencedCode") {
      const info = node.getChild("CodeInfo");
      const name = info ? state.sliceDoc(info.from, info.to).toLowerCase() : "";
      return name.includes("mermaid") && state.doc.lineAt(node.from).to < pos ? "diagram" : "prose";
    }
    if (node.name === "Document" && node.parent?.name === undefined && node.type.isTop && !node.parent) return "prose";
    if (!node.parent) return "prose";
    node = node.parent;
  }
}
