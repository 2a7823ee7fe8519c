import type { Problem } from "../../model/problem.ts";
import { slugOf } from "../slug.ts";
import { addFailureRow } from "./failure-table.ts";
import type { TextEdit } from "./text-edit.ts";

/** A way to mend a problem, as a button. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

interface Place {
  readonly text: string;
  /** The problem's line. */
  readonly start: number;
  readonly end: number;
  readonly line: string;
  readonly indent: string;
  readonly problem: Problem;
}

/** What the editor can do about a problem; empty where only the author knows. */
export function fixesFor(problem: Problem, text: string): readonly Fix[] {
  const find = Object.hasOwn(fixers, problem.code) ? fixers[problem.code] : undefined;
  return find?.(placeOf(problem, text)) ?? [];
}

function placeOf(problem: Problem, text: string): Place {
  const at = Math.min(problem.start ?? offsetOfLine(text, problem.line), text.length);
  const start = text.lastIndexOf("\n", at - 1) + 1;
  const next = text.indexOf("\n", at);
  const end = next < 0 ? text.length : next;
  const line = text.slice(start, end);
  return { text, start, end, line, indent: /^[ \t>]*/.exec(line)?.[0] ?? "", problem };
}

function offsetOfLine(text: string, line: number): number {
  let at = 0;
  for (let k = 1; k < line; k += 1) at = text.indexOf("\n", at) + 1 || text.length;
  return at;
}

const insert = (at: number, text: string): readonly TextEdit[] => [{ start: at, end: at, text }];

/** Where the diagram's fence closes, or the text ends. */
function endOfFence({ text, end }: Place): number {
  const close = /^[ \t>]*(?:`{3,}|~{3,})[ \t]*$/m.exec(text.slice(end));
  return close ? end + close.index : text.length;
}

const fixers: Readonly<Record<string, (place: Place) => readonly Fix[]>> = {
  "finding/lifeline-without-layer": ({ line, start, indent }) => {
    const declared = /^\s*(?:create\s+)?(?:participant|actor)\s+(\S+?)(?:@\{.*\})?(?:\s+as\s+(.+?))?\s*$/.exec(line);
    if (!declared) return [];
    const layer = slugOf((declared[2] ?? declared[1] ?? "").replace(/<br\s*\/?>/gi, " "));
    return [{ title: `Add @layer ${layer}`, edits: insert(start, `${indent}%% @layer ${layer}\n`) }];
  },
  "lifeline/kept-apart": (place) => [
    ...nameAlias(place, /“[^”]+”(?= above)/g),
    ...saySame(place, /`@same-as ([^`]+)`/),
  ],
  "lifeline/ambiguous": (place) => nameAlias(place, /“[^”]+”(?= or|;)/g),
  "lifeline/unified": (place) => [
    ...nameAlias(place, /(?<=lifeline )“[^”]+”/g),
    ...saySame(place, /”(?: \(([^()\s]+)\)\.)$/),
  ],
  "directive/unknown-fault": ({ text, line }) => {
    const id = /@on\s+([\w-]+)\s*:/.exec(line)?.[1];
    if (id === undefined) return [];
    // The title whose id this is: the last word says how, those before it what.
    const words = id.replace(/-+/g, " ").trim().split(" ");
    const how = words.pop() ?? "";
    const part = words.join(" ").replace(/^./, (letter) => letter.toUpperCase());
    return [{ title: `Add the failure row ${`${part} ${how}`.trim()}`, edits: addFailureRow(text, part, how) }];
  },
  "directive/unknown": ({ line, start, problem }) => {
    const wanted = /Did you mean @([\w-]+)\?/.exec(problem.message)?.[1];
    const written = /@([\w-]+)/.exec(line);
    if (!wanted || !written) return [];
    const at = start + written.index + 1;
    return [
      { title: `Change to @${wanted}`, edits: [{ start: at, end: at + (written[1] ?? "").length, text: wanted }] },
    ];
  },
  "directive/homeless": removeLine("Remove the directive"),
  "directive/misplaced": removeLine("Remove the directive"),
  "sequence/directive-without-target": removeLine("Remove the directive"),
  "sequence/unclosed-block": (place) => {
    const at = endOfFence(place);
    const before = at === place.text.length && !place.text.endsWith("\n") ? "\n" : "";
    return [{ title: "Close the block with end", edits: insert(at, `${before}${place.indent}end\n`) }];
  },
  "sequence/unclosed-box": (place) => [
    { title: "Close the box with end", edits: insert(endOfFence(place), `${place.indent}end\n`) },
  ],
  "sequence/stray-end": removeLine("Remove this end"),
  "sequence/missing-text": ({ start, line, end }) => [
    { title: "Give the message a text", edits: [{ start: start + line.trimEnd().length, end, text: ": request" }] },
  ],
  "sequence/unreadable-line": ({ start, indent }) => [
    { title: "Make it a comment", edits: insert(start + indent.length, "%% ") },
  ],
  "sequence/trailing-blank": ({ start, line, end }) => [
    { title: "Remove the blank", edits: [{ start: start + line.trimEnd().length, end, text: "" }] },
  ],
  "sequence/no-header": ({ start, indent }) => [
    { title: "Begin with sequenceDiagram", edits: insert(start, `${indent}sequenceDiagram\n`) },
  ],
  "markdown/unclosed-fence": ({ text }) => [
    { title: "Close the diagram", edits: insert(text.length, `${text.endsWith("\n") ? "" : "\n"}\`\`\`\n`) },
  ],
  "front-matter/unclosed": ({ text }) => {
    const gap = /\n[ \t]*\r?\n|\n#/.exec(text);
    return gap ? [{ title: "Close the front matter", edits: insert(gap.index + 1, "---\n") }] : [];
  },
};

function removeLine(title: string): (place: Place) => readonly Fix[] {
  return ({ start, end, text }) => [{ title, edits: [{ start, end: Math.min(text.length, end + 1), text: "" }] }];
}

/** A lifeline known by a bare id here gets the label it has elsewhere, or one of those that it could have. */
function nameAlias({ line, start, problem }: Place, labels: RegExp): readonly Fix[] {
  if (!/^\s*(?:participant|actor)\s+\S+\s*$/.test(line)) return [];
  return (problem.message.match(labels) ?? []).map((quoted) => {
    const label = quoted.slice(1, -1);
    return { title: `Name it ${label}`, edits: insert(start + line.trimEnd().length, ` as ${label}`) };
  });
}

function saySame({ line, start, indent, problem }: Place, name: RegExp): readonly Fix[] {
  const other = name.exec(problem.message)?.[1];
  if (!other || !/^\s*(?:participant|actor)\b/.test(line)) return [];
  return [{ title: `Add @same-as ${other}`, edits: insert(start, `${indent}%% @same-as ${other}\n`) }];
}
