import type { Fault } from "../../model/fault.ts";
import { messagesIn } from "../../model/messages-in.ts";
import type { ScenarioDraft } from "../scenario-draft.ts";
import { plain } from "../words.ts";
import { attachTo, type Found } from "./find-subject.ts";

const resolves = /\b(?:resolv\w*|look\w* up|auflos\w*|aufgelost|resoud\w*|resou\w*|resuelv\w*)/;
const hostName = /\b[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+\b/u;

/**
 * "Can't resolve api.example.com" is what the user meets, so it happens where the client side looks that name up: on the
 * scenario's own look-up of it, whoever answers there. Undefined when nothing is said of a name, or when several
 * lifelines look it up and none of them is the client.
 */
export function findLookUp(fault: Fault, scenario: ScenarioDraft): Found | undefined {
  if (fault.kind !== "unresolved") return undefined;
  const sees = plain(fault.userSees ?? "");
  const name = resolves.test(sees) ? hostName.exec(sees)?.[0] : undefined;
  if (name === undefined) return undefined;
  const messages = scenario.hops.flatMap((hop) => messagesIn(hop.steps));
  const looking = messages.filter((message) => {
    const text = plain(message.text);
    return message.from !== message.to && resolves.test(text) && text.includes(name);
  });
  const client = messages[0]?.from;
  const byClient = looking.filter((message) => message.from === client);
  const chosen = byClient.length > 0 ? byClient : looking;
  const callers = new Set(chosen.map((message) => message.from));
  return callers.size === 1 ? attachTo(scenario.hops, new Set(chosen)) : undefined;
}
