import type { Arrow, ArrowHead } from "../../model/arrow.ts";

/** Mermaid's arrows: token, head at the receiver, head at the sender. A `--` makes the line dotted. */
const shapes: readonly (readonly [string, ArrowHead, ArrowHead])[] = [
  ["->>", "filled", "none"],
  ["<<->>", "filled", "filled"],
  ["-->>", "filled", "none"],
  ["<<-->>", "filled", "filled"],
  ["->", "none", "none"],
  ["-->", "none", "none"],
  ["-x", "cross", "none"],
  ["--x", "cross", "none"],
  ["-)", "open", "none"],
  ["--)", "open", "none"],
  ["--|\\", "half-top", "none"],
  ["--|/", "half-bottom", "none"],
  ["--\\\\", "stick-top", "none"],
  ["--//", "stick-bottom", "none"],
  ["/|--", "none", "half-top"],
  ["\\|--", "none", "half-bottom"],
  ["//--", "none", "stick-top"],
  ["\\\\--", "none", "stick-bottom"],
  ["-|\\", "half-top", "none"],
  ["-|/", "half-bottom", "none"],
  ["-\\\\", "stick-top", "none"],
  ["-//", "stick-bottom", "none"],
  ["/|-", "none", "half-top"],
  ["\\|-", "none", "half-bottom"],
  ["//-", "none", "stick-top"],
  ["\\\\-", "none", "stick-bottom"],
];

const arrows: ReadonlyMap<string, readonly Arrow[]> = new Map(
  shapes.map(([token, head, tail]) => [
    token,
    [0, 1, 2, 3].map((circles) => ({
      token,
      line: token.includes("--") ? "dotted" : "solid",
      head,
      tail,
      centralFrom: (circles & 1) > 0,
      centralTo: (circles & 2) > 0,
    })),
  ]),
);

/** All tokens, as Mermaid writes them. */
export const arrowTokens: readonly string[] = shapes.map(([token]) => token);

/** By their first character, in the order in which Mermaid tries them. */
const byFirst = new Map<number, string[]>();
for (const token of arrowTokens) {
  const first = token.charCodeAt(0);
  const others = byFirst.get(first);
  if (others === undefined) byFirst.set(first, [token]);
  else others.push(token);
}

/** The arrow that stands at `at`, or `undefined`. */
export function findArrow(text: string, at: number): string | undefined {
  const candidates = byFirst.get(text.charCodeAt(at));
  if (candidates === undefined) return undefined;
  for (const token of candidates) {
    if (text.startsWith(token, at)) return token;
    if (token.endsWith("x") && text.startsWith(`${token.slice(0, -1)}X`, at)) return token;
  }
  return undefined;
}

/** The arrow of a token such as `->>`; circles are Mermaid's central connections. */
export function getArrow(token: string, centralFrom = false, centralTo = false): Arrow | undefined {
  return arrows.get(token)?.[(centralFrom ? 1 : 0) + (centralTo ? 2 : 0)];
}
