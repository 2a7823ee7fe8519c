import { getArrow } from "./arrows.ts";
import { readLabel } from "./label.ts";
import type { Reading } from "./reading.ts";
import * as say from "./sayings.ts";

/** A message; the lexer stands on its sender. */
export function readMessage(reading: Reading): boolean {
  const { lexer, participants } = reading;
  const from = lexer.value;
  let kind = reading.next();
  const centralFrom = kind === "circle";
  if (centralFrom) kind = reading.next();
  if (kind !== "arrow") return reading.fail(say.noArrow);
  const token = lexer.value;
  kind = reading.next();
  const centralTo = kind === "circle";
  // Behind a circle at the sender Mermaid takes no activation sign.
  const sign = !centralFrom && (kind === "plus" || kind === "minus") ? kind : undefined;
  if (centralTo || sign !== undefined) kind = reading.next();
  if (kind === "keyword") return reading.fail(say.keywordAsName(lexer.value));
  if (kind !== "name") return reading.fail(say.noReceiver);
  const to = lexer.value;
  if (reading.next() !== "text") return reading.fail(say.noText);
  reading.extendOver();
  const label = readLabel(lexer.value.slice(1));
  const span = reading.span();
  if (!reading.readLineEnd(say.noText)) return false;
  const arrow = getArrow(token, centralFrom, centralTo);
  if (arrow === undefined) return reading.fail(say.noArrow);

  participants.mention(from, span);
  participants.mention(to, span);
  checkLifecycle(reading, from, to);
  if (sign === "plus") participants.activate(to);
  if (sign === "minus" && !participants.deactivate(from)) reading.report("error", say.notActive(from), span);
  reading.push({
    kind: "message",
    from,
    to,
    arrow,
    activates: sign === "plus",
    deactivates: sign === "minus",
    ...label,
    directives: reading.takeDirectives(),
    span,
  });
  return true;
}

/** The first message behind a `create` or `destroy` must be about its participant. */
function checkLifecycle(reading: Reading, from: string, to: string): void {
  const { created, destroyed } = reading;
  if (created !== undefined) {
    reading.created = undefined;
    if (to !== created) reading.report("error", say.noCreatingMessage(created), reading.span());
  } else if (destroyed !== undefined) {
    reading.destroyed = undefined;
    if (to !== destroyed && from !== destroyed) {
      reading.report("error", say.noDestroyingMessage(destroyed), reading.span());
    }
  }
}
