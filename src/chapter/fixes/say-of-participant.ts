import type { DiagramParticipant } from "../../model/diagram.ts";
import type { Fix } from "../../model/fix.ts";
import { fixOf, insertBefore } from "./make-edits.ts";

/**
 * Writes a directive above a participant's line. One that no line declares has only messages, which a directive about a
 * participant must not stand above: where it would have to be declared first is the author's choice.
 */
export function sayOfParticipant(text: string, participant: DiagramParticipant, directive: string): Fix {
  const { span, declared, id } = participant;
  const edits = declared ? insertBefore(text, span.line, span.column, [`%% ${directive}`]) : undefined;
  const words = `Write \`%% ${directive}\` above a line \`participant ${id}\`.`;
  return fixOf(`Write %% ${directive} above ${id}`, edits, words);
}
