export interface DirectiveHelp {
  readonly name: string;
  /** What is written behind the name, as an example; empty where the name says all. */
  readonly value: string;
  /** The kinds of lines it speaks of. */
  readonly before: string;
  readonly help: string;
}

/** Every directive, as completion and hover explain it. */
export const directiveHelp: readonly DirectiveHelp[] = [
  {
    name: "layer",
    value: "redis",
    before: "participant",
    help: "The layer this lifeline is: failures of that layer strike every message it sends or receives.",
  },
  {
    name: "same-as",
    value: "cf",
    before: "participant",
    help: "This lifeline is one from another hop, named by its id or its label.",
  },
  {
    name: "place",
    value: "Nuremberg",
    before: "participant",
    help: "Where it stands: a city, a cloud region or coordinates. Used to check latencies against the speed of light.",
  },
  { name: "latency", value: "5–15 ms", before: "message, block, hop", help: "How long it takes." },
  {
    name: "via",
    value: "ufw, node-nic",
    before: "message, hop",
    help: "Layers it passes on the way, in order, that are nobody's lifeline: firewalls, networks, proxies.",
  },
  {
    name: "async",
    value: "",
    before: "message, block, hop",
    help: "The answer does not wait for it. An arrow written -) says the same.",
  },
  {
    name: "effect",
    value: "",
    before: "message",
    help: "Something the user wanted done. When a failure loses it, the verdict says so.",
  },
  {
    name: "default",
    value: "",
    before: "branch (its else line, or the block's first line)",
    help: "The branch taken when nobody chooses. Before an opt, “no” leaves it out; before a break, “yes” takes it.",
  },
  {
    name: "chance",
    value: "80%",
    before: "branch (its else line, or the block's first line)",
    help: "How often the branch is taken, for distributions.",
  },
  {
    name: "timeout",
    value: "15 s",
    before: "message, hop",
    help: "How long the caller waits for the answer before it gives up.",
  },
  { name: "retry", value: "2", before: "message, hop", help: "Further attempts after the first." },
  {
    name: "on",
    value: "redis-down: continue",
    before: "message, block, hop",
    help: "What this very place does under a failure: continue, take “Cache miss”, fail 502, +200 ms, ×10.",
  },
];

export function findDirective(name: string): DirectiveHelp | undefined {
  return directiveHelp.find((each) => each.name === name);
}
