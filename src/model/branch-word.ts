import type { BlockType } from "./step.ts";

/** What Mermaid writes before a block's further branches. */
export function branchWord(type: BlockType): string {
  if (type === "alt") return "else";
  if (type === "par") return "and";
  if (type === "critical") return "option";
  return type;
}
