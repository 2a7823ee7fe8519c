import { faultKinds } from "../../model/fault.ts";
import { layerKinds } from "../../model/layer.ts";

/** A key and a few words on it. */
export type KeyHelp = readonly [key: string, help: string];

const top: readonly KeyHelp[] = [
  ["title", "the chapter's title"],
  ["summary", "one sentence"],
  ["type", "chapter or walkthrough"],
  ["layers", "parts that can fail"],
  ["faults", "their failures"],
  ["choices", "conditions shared by several forks"],
  ["budget", "stated total and client timeout"],
  ["order", "in index.md: chapters in order"],
];

const layer: readonly KeyHelp[] = [
  ["name", "as readers see it"],
  ["kind", layerKinds.join(", ")],
  ["participants", "lifelines it covers, by id or label"],
];

const fault: readonly KeyHelp[] = [
  ["layer", "which part fails"],
  ["title", "as readers see it"],
  ["kind", faultKinds.join(", ")],
  ["then", "fail or continue"],
  ["share", "1/3, 30% or some"],
  ["status", "the answer's status"],
  ["added", "time, for slow and rerouted"],
  ["factor", "how many times slower"],
  ["when", "choice=branch: it bites only there"],
  ["user sees", "the symptom"],
  ["recovery", "what to do"],
  ["check", "how to make sure"],
];

const choice: readonly KeyHelp[] = [
  ["title", "as readers see it"],
  ["branches", "id: [conditions]"],
  ["default", "taken when nobody chooses"],
];

const budget: readonly KeyHelp[] = [
  ["total", "such as 220–310 ms"],
  ["client timeout", "such as 5 s"],
];

const entries = new Map([
  ["layers", layer],
  ["faults", fault],
  ["choices", choice],
]);

/** The keys that mean something at a place. */
export function keysAt([first, second, third]: readonly string[]): readonly KeyHelp[] {
  if (first === undefined) return top;
  if (first === "budget" && third === undefined) return budget;
  if (second === undefined || third !== undefined) return [];
  return entries.get(first) ?? [];
}

/** Words on a key at its place. */
export function findKeyHelp(path: readonly string[], key: string): string | undefined {
  return keysAt(path).find(([name]) => name === key)?.[1];
}
