import type { Library } from "../model/chapter.ts";
import type { ScenarioId } from "../model/ids.ts";
import { messagesIn } from "../model/messages-in.ts";
import type { Scenario } from "../model/scenario.ts";

/** What a place in the text speaks of. */
export interface TextPlace {
  readonly scenario: ScenarioId;
  readonly hop?: number;
  /** The message's number in its scenario. */
  readonly message?: number;
}

/**
 * The scenario, hop and message at a line of a chapter's text; `start` and `end` are the line's offsets. A line
 * between messages (a directive, a note) speaks of the next one in its hop's diagram.
 */
export function findTextPlace(
  library: Library,
  file: string,
  start: number,
  end: number,
  line: string,
): TextPlace | undefined {
  const chapter = library.chapters.find((each) => each.file === file);
  const scenario =
    chapter?.scenarios.find(({ span }) => span.start <= end && start < span.end) ?? chapter?.scenarios[0];
  if (!scenario) return undefined;
  const hop = scenario.hops.findLast(({ span }) => span.start <= end && start < span.end);
  if (!hop) return { scenario: scenario.id };
  const messages = messagesIn(hop.steps);
  const here = messages.find(({ span }) => span.start <= end && span.end >= start);
  const next = /^\s*(?:%%|note\b|activate\b|deactivate\b)/i.test(line)
    ? messages.find(({ span }) => span.start >= start)
    : undefined;
  const message = here ?? next;
  return { scenario: scenario.id, hop: hop.n, ...(message ? { message: message.n } : {}) };
}

/** Where a message stands in the text; undefined for one that the chapter does not have. */
export function findMessageStart(scenario: Scenario, n: number | undefined): number | undefined {
  if (n === undefined) return undefined;
  for (const hop of scenario.hops) {
    const message = messagesIn(hop.steps).find((each) => each.n === n);
    if (message) return message.span.start;
  }
  return undefined;
}
