import type { Section } from "../markdown/sections.ts";
import { readHopHeading } from "./read-heading.ts";

/** The sections with every hop beside the one it follows, though its heading may be a deeper one: `Hop 2` is no part of `Hop 1`. */
export function levelHops(section: Section): Section {
  return { ...section, children: section.children.map(levelHops).flatMap(split) };
}

/** Takes out of a hop, whose list of children is new, the hops that go on with it. */
function split(hop: Section): Section[] {
  // No number follows on this one.
  const [n = -2, ...below] = [hop, ...hop.children].map(({ title }) => readHopHeading(title)?.n);
  // Steps that count anew are steps of this hop.
  const at = below.findIndex((each) => each !== undefined);
  return below[at] === n + 1 ? [hop, ...hop.children.splice(at)] : [hop];
}
