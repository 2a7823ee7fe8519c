import type { Interval } from "../../lib/interval.ts";
import type { Directive } from "../../model/diagram.ts";
import type { LayerId } from "../../model/ids.ts";
import type { Figure } from "../../model/latency.ts";
import type { Reaction } from "../../model/step.ts";
import type { Duration } from "../../model/time.ts";
import { parseLatency } from "../parse-latency.ts";
import { readFigure } from "./read-figure.ts";
import type { StepContext } from "./step-context.ts";

export type DirectivePlace = "participant" | "message" | "block" | "branch" | "hop" | "note";

/** Which directive may stand where; the table of scenarios/FORMAT.md. */
const allowed: Readonly<Record<string, readonly DirectivePlace[]>> = {
  layer: ["participant"],
  "same-as": ["participant"],
  place: ["participant"],
  latency: ["message", "block", "hop"],
  via: ["message", "hop"],
  async: ["message", "block", "hop"],
  effect: ["message"],
  default: ["block", "branch"],
  chance: ["block", "branch"],
  timeout: ["message", "hop"],
  retry: ["message", "hop"],
  on: ["message", "block", "hop"],
};

/** What the directives before one line say, read. */
export interface ReadDirectives {
  readonly figure?: Figure;
  readonly via: readonly LayerId[];
  readonly async: boolean;
  readonly effect: boolean;
  /** The word behind `@default`, empty when there is none. */
  readonly default?: string;
  readonly chance?: number;
  readonly timeout?: Duration;
  readonly retry?: number;
  readonly on: readonly Reaction[];
}

/** Reports names nobody knows and directives at a place where they mean nothing. */
export function checkDirectives(
  directives: readonly Directive[],
  place: DirectivePlace,
  problems: StepContext["problems"],
): void {
  for (const { name, text, span } of directives) {
    const places = Object.hasOwn(allowed, name) ? allowed[name] : undefined;
    if (!places) {
      const near = Object.keys(allowed).find((each) => each.startsWith(name.slice(0, 3)));
      const hint = near ? ` Did you mean @${near}?` : ` There are: ${Object.keys(allowed).join(", ")}.`;
      problems.add("warning", "directive/unknown", `@${name} is not a directive.${hint}`, span);
    } else if (!places.includes(place)) {
      problems.add(
        "warning",
        "directive/misplaced",
        `@${name} says nothing about a ${place}; it belongs to a ${places.join(" or ")}.`,
        span,
      );
    } else if (text === "" && !["async", "effect", "default"].includes(name)) {
      problems.add("warning", "directive/empty", `@${name} needs a value.`, span);
    }
  }
}

function readShare(text: string): number | undefined {
  const match = /^(\d+(?:[.,]\d+)?)\s*(%?)$/.exec(text.trim());
  const value = match ? Number((match[1] ?? "").replace(",", ".")) / (match[2] ? 100 : 1) : Number.NaN;
  return value >= 0 && value <= 1 ? value : undefined;
}

const nothingSaid: ReadDirectives = { via: [], async: false, effect: false, on: [] };

export function readDirectives(
  directives: readonly Directive[],
  place: DirectivePlace,
  context: StepContext,
): ReadDirectives {
  if (directives.length === 0) return nothingSaid;
  const { problems } = context;
  checkDirectives(directives, place, problems);
  const last = (name: string) =>
    directives.findLast((each) => each.name === name && (allowed[name] ?? []).includes(place));
  const bad = (directive: Directive, expected: string) =>
    problems.add(
      "warning",
      "directive/unreadable",
      `“@${directive.name} ${directive.text}” cannot be read: ${expected}.`,
      directive.span,
    );

  const latency = last("latency");
  const figure = latency?.text ? readFigure(latency.text, latency.span, context.choices, problems) : undefined;
  const via = directives
    .filter((each) => each.name === "via" && (allowed.via ?? []).includes(place))
    .flatMap((each) => each.text.split(",").map((word) => ({ word: word.trim(), line: each.span.line })))
    .filter(({ word }) => word !== "")
    .map(({ word, line }) => context.layers.named(word, line));
  const chanceSaid = last("chance");
  const chance = chanceSaid?.text ? readShare(chanceSaid.text) : undefined;
  if (chanceSaid?.text && chance === undefined) bad(chanceSaid, "a chance is a percentage such as 80%");
  const timeoutSaid = last("timeout");
  const timeout = timeoutSaid?.text ? parseLatency(timeoutSaid.text)?.max : undefined;
  if (timeoutSaid?.text && timeout === undefined) bad(timeoutSaid, "a timeout is a time such as 15 s");
  const retrySaid = last("retry");
  const retry = retrySaid && /^\d{1,3}$/.test(retrySaid.text.trim()) ? Number(retrySaid.text) : undefined;
  if (retrySaid?.text && retry === undefined) bad(retrySaid, "the number of further attempts, such as 2");
  const byDefault = last("default");
  return {
    ...(figure ? { figure } : {}),
    via,
    async: last("async") !== undefined,
    effect: last("effect") !== undefined,
    ...(byDefault ? { default: byDefault.text.trim() } : {}),
    ...(chance === undefined ? {} : { chance }),
    ...(timeout === undefined ? {} : { timeout }),
    ...(retry === undefined ? {} : { retry }),
    on: directives
      .filter((each) => each.name === "on" && each.text !== "")
      .flatMap((each) => readReaction(each, context) ?? []),
  };
}

function readAction(text: string): Reaction["action"] | undefined {
  const words = text.trim();
  if (/^(?:continue|carry on|carries on)$/i.test(words)) return { kind: "continue" };
  const take = /^take\s+(?:"([^"]*)"|“([^”]*)”|(.+))$/i.exec(words);
  if (take) return { kind: "take", branch: (take[1] ?? take[2] ?? take[3] ?? "").trim() };
  const fail = /^fail(?:\s+(?:with\s+)?(\d{3}))?$/i.exec(words);
  if (fail) return fail[1] ? { kind: "fail", status: Number(fail[1]) } : { kind: "fail" };
  const factor = /^[×x*]\s*(\d+(?:[.,]\d+)?)$/i.exec(words) ?? /^(\d+(?:[.,]\d+)?)\s*[×x]$/i.exec(words);
  if (factor) return { kind: "slow", factor: Number((factor[1] ?? "1").replace(",", ".")) };
  if (words.startsWith("+")) {
    const latency = parseLatency(words.slice(1));
    const added: Interval | undefined = latency && { min: latency.min, max: latency.max };
    return added && { kind: "slow", added };
  }
  return undefined;
}

function readReaction(directive: Directive, context: StepContext): Reaction | undefined {
  const { problems } = context;
  const match = /^([^:]+):\s*(.+)$/.exec(directive.text);
  const action = match?.[2] ? readAction(match[2]) : undefined;
  if (!match?.[1] || !action) {
    const expected = '`@on FAILURE: continue`, `take "Branch"`, `fail 502`, `+200 ms` or `×10`';
    problems.add(
      "warning",
      "directive/unreadable",
      `“@on ${directive.text}” cannot be read; it is one of ${expected}.`,
      directive.span,
    );
    return undefined;
  }
  const fault = context.findFault(match[1].trim());
  if (fault === undefined) {
    const names = context.faultNames().join(", ") || "none";
    problems.add(
      "warning",
      "directive/unknown-fault",
      `No failure is called “${match[1].trim()}”. There are: ${names}.`,
      directive.span,
    );
    return undefined;
  }
  return { fault, action, line: directive.span.line };
}
