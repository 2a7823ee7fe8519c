import type { Hop } from "../../model/hop.ts";
import type { LayerKind } from "../../model/layer.ts";
import { messagesIn } from "../../model/messages-in.ts";
import type { Participant } from "../../model/participant.ts";
import type { Scenario } from "../../model/scenario.ts";
import { kindByName } from "../lifelines/kinds.ts";
import { freeName } from "./free-name.ts";
import type { HopSnippet, SnippetParticipant } from "./snippets.ts";

/** A snippet whose parts are played by the chapter's own participants where it has them. */
export interface Cast {
  /** Caller → called, by the names that readers see. */
  readonly title: string;
  /** The id of who calls first. */
  readonly caller: string;
  /** Of those whom the chapter does not have yet, with their layers. */
  readonly newcomers: readonly string[];
  /** Of everybody, for a diagram of their own: Mermaid draws each diagram by itself. */
  readonly everybody: readonly string[];
  readonly lines: readonly string[];
}

export function castSnippet(snippet: HopSnippet, scenario: Scenario | undefined, hop: Hop | undefined): Cast {
  const known = scenario?.participants ?? [];
  const ids = new Map<string, string>();
  const labels: string[] = [];
  const newcomers: string[] = [];
  const everybody: string[] = [];
  for (const part of snippet.participants) {
    const found = named(part, known) ?? (scenario ? standIn(part, scenario, hop) : undefined);
    const id = found?.ids[0] ?? freeId(part.id, known);
    ids.set(part.id, id);
    labels.push(found ? found.label.replace(/\n.*/s, "") : part.label);
    const own = found ? [declare(id, found)] : [`%% @layer ${part.layer}`, `participant ${id} as ${part.label}`];
    everybody.push(...own);
    if (!found) newcomers.push(...own);
  }
  const idOf = (id: string): string => ids.get(id) ?? id;
  const lines = snippet.lines.map((line) => {
    return line.replace(
      /^( *)(\w+)(--?>>|-\))(\w+)(?=:)/,
      (_all, indent: string, from: string, arrow: string, to: string) => {
        return `${indent}${idOf(from)}${arrow}${idOf(to)}`;
      },
    );
  });
  return {
    title: labels.slice(0, 2).join(" → "),
    caller: idOf(snippet.participants[0]?.id ?? ""),
    newcomers,
    everybody,
    lines,
  };
}

function declare(id: string, { label, shape }: Participant): string {
  const as = label === id ? "" : ` as ${label.replace(/\n/g, "<br/>")}`;
  return `${shape === "actor" ? "actor" : "participant"} ${id}${as}`;
}

/** Who goes by that label already, or by that id and is of the same kind. */
function named({ id, label }: SnippetParticipant, known: readonly Participant[]): Participant | undefined {
  const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
  return (
    known.find((each) => same(each.label, label)) ??
    known.find((each) => each.ids.includes(id) && kindOf(each) === kindByName(label, id))
  );
}

const kindOf = ({ kind, label, ids }: Participant): LayerKind | undefined => kind ?? kindByName(label, ids[0] ?? "");

/** Who plays the client or the caller in a chapter that calls it something else. */
function standIn({ part }: SnippetParticipant, scenario: Scenario, hop: Hop | undefined): Participant | undefined {
  const all = scenario.participants;
  if (part === "new") return undefined;
  if (part === "client") return all.find((each) => kindOf(each) === "client");
  const messages = hop ? messagesIn(hop.steps) : [];
  const here = messages.flatMap(({ from, to }) => [from, to]);
  const inOrder = [...here.flatMap((key) => all.filter((each) => each.key === key)), ...all];
  // What answers requests by asking others, not what only stores, resolves or carries.
  const works = new Set<LayerKind | undefined>(["service", "gateway", undefined]);
  return inOrder.find((each) => works.has(kindOf(each)));
}

function freeId(id: string, known: readonly Participant[]): string {
  return freeName(new Set(known.flatMap(({ ids }) => ids)), (n) => (n === 1 ? id : `${id}${n}`));
}
