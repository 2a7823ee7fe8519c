/** Where in the front matter a line's end stands. */
export interface FrontMatterPlace {
  /** The keys around it, from the outside in. */
  readonly path: readonly string[];
  /** The key whose value is typed; undefined where a key is. */
  readonly key?: string;
  /** What is typed of key or value. */
  readonly typed: string;
}

interface Bracket {
  readonly opens: string;
  readonly key?: string;
}

/** Reads the lines up to the cursor, however broken they are: by indentation, and by brackets within the last one. */
export function placeInFrontMatter(text: string): FrontMatterPlace {
  const lines = text.split("\n");
  const last = lines.pop() ?? "";
  const around = keysAround(lines, last);
  const item = /^\s*-\s+/.exec(last)?.[0];
  const open: Bracket[] = [];
  let key: string | undefined;
  let typed = "";
  const rest = (item === undefined ? last : last.slice(item.length)).trimStart();
  for (let k = 0; k < rest.length; k += 1) {
    const sign = rest[k] ?? "";
    if (sign === "{" || sign === "[") {
      open.push(key === undefined ? { opens: sign } : { opens: sign, key });
      key = undefined;
      typed = "";
    } else if (sign === "}" || sign === "]") {
      open.pop();
      key = undefined;
      typed = "";
    } else if (sign === "," && open.length > 0) {
      key = undefined;
      typed = "";
    } else if (sign === ":" && /^(?:\s|$)/.test(rest.slice(k + 1))) {
      key = typed.trim();
      typed = "";
    } else {
      typed += sign;
    }
  }
  const path = [...around, ...open.flatMap((bracket) => bracket.key ?? [])];
  const isItem = item !== undefined || open.at(-1)?.opens === "[";
  if (key === undefined && isItem) return { path: path.slice(0, -1), key: path.at(-1) ?? "", typed: typed.trimStart() };
  return { path, ...(key === undefined ? {} : { key }), typed: typed.trimStart() };
}

const indentOf = (line: string): number => /^ */.exec(line)?.[0].length ?? 0;

function keysAround(lines: readonly string[], last: string): string[] {
  const path: string[] = [];
  let indent = indentOf(last);
  for (const line of [...lines].reverse()) {
    const key = /^ *(?:-\s+)?([^\s#:'"{[-][^:]*?|"[^"]*"|'[^']*'):(?:\s|$)/.exec(line)?.[1];
    if (key === undefined || indentOf(line) >= indent) continue;
    indent = indentOf(line);
    path.unshift(key.replace(/^['"]|['"]$/g, ""));
  }
  return path;
}
