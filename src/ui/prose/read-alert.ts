import type { Blockquote, RootContent } from "mdast";

export const alertKinds = ["note", "tip", "important", "warning", "caution"] as const;
export type AlertKind = (typeof alertKinds)[number];

/** A quotation in GitHub's form of an alert: its first line is `[!NOTE]` or the like, and nothing else. */
export function readAlert({ children }: Blockquote): { kind: AlertKind; children: readonly RootContent[] } | undefined {
  const [first, ...rest] = children;
  const mark = first?.type === "paragraph" ? first.children[0] : undefined;
  if (first?.type !== "paragraph" || mark?.type !== "text") return undefined;
  const found = /^\[!([a-z]+)\][^\S\n]*(\n|$)/i.exec(mark.value);
  const kind = alertKinds.find((one) => one === found?.[1]?.toLowerCase());
  if (!found || !kind) return undefined;
  const others = first.children.slice(1);
  // `[!NOTE] **so**` is a quotation on GitHub too.
  if (found[2] === "" && others.length > 0 && others[0]?.type !== "break") return undefined;
  const text = mark.value.slice(found[0].length);
  const words =
    text === "" ? (others[0]?.type === "break" ? others.slice(1) : others) : [{ ...mark, value: text }, ...others];
  const said: RootContent[] = words.length > 0 ? [{ ...first, children: words }] : [];
  return { kind, children: [...said, ...rest] };
}
