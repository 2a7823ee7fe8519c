import { autocompletion, type CompletionContext, type CompletionResult } from "@codemirror/autocomplete";
import { syntaxTree } from "@codemirror/language";
import type { EditorState, Extension } from "@codemirror/state";
import { hoverTooltip, type Rect } from "@codemirror/view";
import { completeLine, findDirective, type Surroundings, type Vocabulary } from "../../../session/write-text.ts";

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
    const found = completeLine(line.text.slice(0, pos - line.from), surroundings(state, pos), known());
    if (!found) return null;
    const typed = pos - line.from - found.from;
    // An empty word is completed only behind something that asks for one.
    if (
      typed === 0 &&
      !context.explicit &&
      !/[@>)x+-]\s*$|@[\w-]+ $|[,:] $/.test(line.text.slice(0, pos - line.from))
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
      validFor: /^@?[\w.-]*$/,
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
    hoverTooltip((view, pos) => {
      const line = view.state.doc.lineAt(pos);
      for (const match of line.text.matchAll(/@([\w-]+)/g)) {
        const start = line.from + match.index;
        const end = start + match[0].length;
        const found = findDirective(match[1] ?? "");
        if (!found || pos < start || pos > end || !/(?:%%|<!--)\s*$/.test(line.text.slice(0, match.index))) continue;
        return {
          pos: start,
          end,
          above: true,
          create() {
            const dom = document.createElement("div");
            dom.className = "cm-help";
            const code = document.createElement("code");
            code.textContent = `@${found.name} ${found.value}`.trim();
            const help = document.createElement("p");
            help.textContent = found.help;
            const where = document.createElement("small");
            where.textContent = `Stands before: ${found.before}`;
            dom.append(code, help, where);
            return { dom };
          },
        };
      }
      return null;
    }),
  ];
}

/** Help stands beside the list where there is room, else under or over it: on a phone it must not cover what it is about. */
function placeInfo(_view: unknown, list: Rect, option: Rect, info: Rect, space: Rect): { style: string } {
  const width = info.right - info.left;
  const top = Math.min(option.top - list.top, Math.max(0, space.bottom - list.top - (info.bottom - info.top)));
  if (space.right - list.right >= width) return { style: `left: 100%; top: ${top}px` };
  if (list.left - space.left >= width) return { style: `right: 100%; top: ${top}px` };
  const under = space.bottom - list.bottom >= info.bottom - info.top;
  return { style: `left: -1px; right: -1px; width: auto; max-width: none; ${under ? "top" : "bottom"}: 100%` };
}

function surroundings(state: EditorState, pos: number): Surroundings {
  const head = state.doc.line(1).text;
  if (/^\s*sequenceDiagram\b/.test(head)) return "diagram";
  for (let node = syntaxTree(state).resolveInner(pos, -1); ; ) {
    if (node.name === "FrontMatter" || node.name === "front-matter") return "front-matter";
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
