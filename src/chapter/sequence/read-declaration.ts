import type { ParticipantShape } from "../../model/participant.ts";
import { isShape, type ParticipantConfig, readConfig } from "./config.ts";
import { decodeEntities } from "./entities.ts";
import { readLabel, readText } from "./label.ts";
import type { Reading } from "./reading.ts";
import * as say from "./sayings.ts";

/** `participant` or `actor` (`create` before it or not); the lexer stands on that word. */
export function readDeclaration(reading: Reading, create: boolean): boolean {
  const { lexer, participants } = reading;
  const word = lexer.value;
  let ending = lexer.readId();
  if (ending === "none") return reading.fail(say.badParticipant);
  reading.extend();
  const id = lexer.value;
  let config: ParticipantConfig = {};
  if (ending === "config") {
    const braces = lexer.readConfig();
    const read = braces === undefined || braces.content === "" ? undefined : readConfig(braces.content);
    if (braces !== undefined) reading.extendOver();
    if (braces === undefined || read === undefined) return reading.fail(say.badConfig);
    config = read;
    ending = braces.alias ? "alias" : "plain";
  }
  let label = config.alias === undefined ? undefined : readText(config.alias);
  if (ending === "alias") {
    const written = readLabel(lexer.readLine()).text;
    reading.extend();
    if (label === undefined || written !== decodeEntities(id)) label = written;
  }
  const span = reading.span();
  if (!reading.readLineEnd(say.badParticipant)) return false;
  if (create && participants.has(id)) reading.report("error", say.twice, span);
  const shape = getShape(reading, word, config);
  const conflict = participants.declare(
    id,
    { shape, ...(label !== undefined && { label }) },
    reading.takeDirectives(),
    span,
  );
  if (conflict !== undefined) reading.report("error", say.twoBoxes(id), span);
  if (create) reading.created = id;
  reading.push({ kind: "declaration", id, create, span });
  return true;
}

function getShape(reading: Reading, word: string, config: ParticipantConfig): ParticipantShape {
  // Mermaid lets `create destroy A` pass, as a plain participant.
  const type = config.type ?? (word === "actor" ? word : "participant");
  if (isShape(type)) return type;
  reading.report("warning", say.unknownShape(type), reading.span());
  return "participant";
}

/** `destroy`, `activate` or `deactivate`; the lexer stands on that word. */
export function readChange(reading: Reading): boolean {
  const { lexer, participants } = reading;
  const word = lexer.value;
  const ending = lexer.readId();
  if (ending !== "plain") return reading.fail(say.badParticipant);
  reading.extend();
  const id = lexer.value;
  const span = reading.span();
  if (!reading.readLineEnd(say.badParticipant)) return false;
  if (word === "destroy") {
    reading.destroyed = id;
    reading.push({ kind: "destroy", id, span });
    return true;
  }
  const active = word === "activate";
  if (active) participants.activate(id);
  else if (!participants.deactivate(id)) reading.report("error", say.notActive(id), span);
  reading.push({ kind: "activation", id, active, span });
  return true;
}
