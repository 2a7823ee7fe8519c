import { type KeyboardEvent, useId, useMemo, useState } from "react";
import type { System } from "../../../model/chapter.ts";
import type { Scenario } from "../../../model/scenario.ts";
import type { Trace } from "../../../model/trace.ts";
import { formatTime } from "../../../scene/format-time.ts";
import { shareByHop, shareByLayer, type TimePart } from "../../../scene/waterfall/share-time.ts";

interface WaterfallShareProps {
  readonly scenario: Scenario;
  readonly system: System;
  readonly trace: Trace;
  readonly onLight: (hops: readonly number[] | "back" | undefined) => void;
}

/** One bar: where the time goes, by hop or by layer. Pointing at a part lights it up, here and in the rows. */
export function WaterfallShare({ scenario, system, trace, onLight }: WaterfallShareProps) {
  const [by, setBy] = useState<"hop" | "layer">("hop");
  const [active, setActive] = useState<number | undefined>();
  const id = useId();
  const parts = useMemo(
    () => (by === "hop" ? shareByHop(scenario, trace) : shareByLayer(system, trace)),
    [by, scenario, system, trace],
  );
  if (parts.length === 0) return null;

  const light = (index: number | undefined) => {
    const part = index === undefined ? undefined : parts[index];
    setActive(part ? index : undefined);
    onLight(part && (part.back ? "back" : part.hops));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const last = parts.length - 1;
    const next = moves[event.key]?.(active ?? -1, last);
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    light(next);
  };
  const part = active === undefined ? undefined : parts[active];

  return (
    <div className="waterfall-share">
      <span className="waterfall-share-text" aria-hidden>
        {part ? say(part) : "Where the time goes"}
      </span>
      <div
        className="waterfall-share-bar"
        role="listbox"
        tabIndex={0}
        aria-label={`Where the time goes, by ${by}`}
        aria-activedescendant={active === undefined ? undefined : `${id}-${active}`}
        onKeyDown={onKeyDown}
        onFocus={() => active === undefined && light(0)}
        onBlur={() => light(undefined)}
        onPointerLeave={() => light(undefined)}
      >
        {parts.map((each, i) => (
          <div
            key={each.key}
            id={`${id}-${i}`}
            role="option"
            // Reached through the list's arrow keys, never by itself.
            tabIndex={-1}
            aria-selected={i === active}
            aria-label={say(each)}
            className={`waterfall-share-part${each.back ? " is-back" : ""}${active !== undefined && i !== active ? " is-dim" : ""}`}
            style={{ flexGrow: each.share }}
            onPointerEnter={() => light(i)}
          >
            {each.share > 0.07 ? `${Math.round(each.share * 100)} %` : ""}
          </div>
        ))}
      </div>
      <fieldset className="waterfall-by" aria-label="Where the time goes by">
        {(["hop", "layer"] as const).map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={by === each}
            onClick={() => {
              light(undefined);
              setBy(each);
            }}
          >
            by {each}
          </button>
        ))}
      </fieldset>
    </div>
  );
}

const moves: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowRight: (at, last) => Math.min(last, at + 1),
  ArrowDown: (at, last) => Math.min(last, at + 1),
  ArrowLeft: (at) => Math.max(0, at - 1),
  ArrowUp: (at) => Math.max(0, at - 1),
  Home: () => 0,
  End: (_, last) => last,
};

function say(part: TimePart): string {
  const percent = part.share < 0.01 ? "under 1" : String(Math.round(part.share * 100));
  return `${part.label}: ${formatTime(part.time)}, ${percent} %`;
}
