import { useMemo } from "react";
import type { System } from "../../../model/chapter.ts";
import type { FaultId } from "../../../model/ids.ts";
import type { Scenario } from "../../../model/scenario.ts";
import type { Trace, TracedMessage } from "../../../model/trace.ts";
import { cutText } from "../../../scene/cut-text.ts";
import { durationOf, nameParticipants } from "../../../scene/name-message.ts";
import { possibleFaults } from "../../../scene/possible-faults.ts";
import { sayInterval } from "../../../scene/say-interval.ts";
import { tagMessage } from "../../../scene/tag-message.ts";

interface StageCardProps {
  readonly traced: TracedMessage;
  readonly scenario: Scenario;
  readonly system: System;
  readonly trace: Trace;
  readonly faultsOn: readonly FaultId[];
  readonly onToggleFault: (fault: FaultId) => void;
}

/** What there is to know about one message: its layers, its time and where that comes from, and what would break it. */
export function StageCard({ traced, scenario, system, trace, faultsOn, onToggleFault }: StageCardProps) {
  const names = useMemo(() => nameParticipants(scenario), [scenario]);
  const layers = traced.layers.map((id) => system.layers.find((one) => one.id === id)?.name ?? id);
  const faults = possibleFaults(traced, scenario, system, trace);
  const from = names.get(traced.from) ?? traced.from;
  const to = names.get(traced.to) ?? traced.to;
  return (
    <>
      <p className="stage-card-way">
        {from} {traced.from === traced.to ? "by itself" : `→ ${to}`}
        <span className="stage-card-role">
          hop {traced.inHop === undefined ? traced.hop : `${traced.hop}.${traced.inHop}`} · {sayRole(traced)}
        </span>
      </p>
      <p className="stage-card-text">{cutText(traced.text)}</p>
      <dl className="stage-card-facts">
        <dt>Outcome</dt>
        <dd data-outcome={traced.outcome}>{sayOutcome(traced, system)}</dd>
        <dt>Latency</dt>
        <dd>{sayTime(traced)}</dd>
        {layers.length > 0 && (
          <>
            <dt>Layers</dt>
            <dd>{layers.join(", ")}</dd>
          </>
        )}
      </dl>
      {faults.length > 0 && (
        <div className="stage-card-faults">
          <p className="stage-card-heading">What would break it</p>
          {faults.map((fault) => {
            const on = faultsOn.includes(fault.id);
            return (
              <button
                type="button"
                role="switch"
                className="stage-switch"
                key={fault.id}
                aria-checked={on}
                onClick={() => onToggleFault(fault.id)}
              >
                <span>{fault.title}</span>
                <span className="stage-switch-track" aria-hidden="true" />
              </button>
            );
          })}
        </div>
      )}
    </>
  );
}

function sayRole(traced: TracedMessage): string {
  const role = traced.role === "async" ? "async, nobody waits for it" : traced.role;
  return traced.aside && traced.role !== "async" ? `${role}, the answer does not wait for it` : role;
}

function sayOutcome(traced: TracedMessage, system: System): string {
  const tag = tagMessage(traced, system)?.text;
  switch (traced.outcome) {
    case "ok":
      return tag ?? "arrives";
    case "slow":
      return tag ?? "slow";
    case "failed":
      return `broke here: ${tag ?? "failed"}`;
    case "lost":
      return tag ?? "lost";
    case "skipped":
      return "skipped: carried on without";
    case "neverReached":
      return "never reached";
    case "added":
      return tag ?? "the failure on its way back; not in the chapter";
  }
}

const origins = {
  message: "stated for this message",
  block: "its part of the block's figure",
  hop: "its part of the hop's figure",
  budget: "its part of the budget's row",
  fault: "stated by the failure",
  timeout: "the caller's timeout",
} as const;

function sayTime(traced: TracedMessage): string {
  if (traced.outcome === "neverReached" || traced.outcome === "skipped") return "none in this run";
  if (!traced.figure) return "not documented";
  return `${sayInterval(durationOf(traced))}, ${origins[traced.figure.from]} (line ${traced.figure.line})`;
}
