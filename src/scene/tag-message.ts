import { printDuration } from "../lib/print-duration.ts";
import type { System } from "../model/chapter.ts";
import type { TracedMessage } from "../model/trace.ts";
import { sayInterval } from "./say-interval.ts";

/** A word or two behind a message's text that say what became of it, so that colour is never alone. */
export interface Tag {
  readonly text: string;
  readonly tone: "bad" | "warn" | "muted";
}

/** Nothing for a message that simply went well or was never reached (its band says that). */
export function tagMessage(traced: TracedMessage, system: System): Tag | undefined {
  const fault = system.faults.find((one) => one.id === (traced.fault ?? traced.bites[0]?.fault));
  const waits = traced.wait ? waited(traced) : "";
  switch (traced.outcome) {
    case "failed":
      return { text: [fault?.title ?? "failed", waits, tries(traced)].filter(Boolean).join(" · "), tone: "bad" };
    case "slow":
      return { text: [slower(traced, fault?.added?.min), waits].filter(Boolean).join(" · "), tone: "warn" };
    case "lost":
      return { text: fault ? `lost: ${fault.title}` : "lost", tone: "warn" };
    case "skipped":
      return { text: "skipped", tone: "muted" };
    case "added":
      return traced.backOver === undefined ? { text: "tried again", tone: "warn" } : undefined;
    case "ok":
      return traced.bites.some((bite) => bite.effect === "carriedOn")
        ? { text: `${fault?.title ?? "failed"}, carries on without`, tone: "warn" }
        : undefined;
    case "neverReached":
      return undefined;
  }
}

function slower(traced: TracedMessage, added: number | undefined): string {
  const verb = traced.bites.some((bite) => bite.effect === "reroutes") ? "another way" : "slower";
  return added === undefined ? verb : `${verb}, +${printDuration(added)}`;
}

function waited(traced: TracedMessage): string {
  if (!traced.wait) return "";
  if (traced.wait.max === null && traced.wait.min === 0) return "waits, timeout not documented";
  return `waits ${sayInterval(traced.wait)}`;
}

function tries(traced: TracedMessage): string {
  return traced.attempts !== undefined && traced.attempts > 1 ? `${traced.attempts} attempts` : "";
}
