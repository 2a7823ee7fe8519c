import { X } from "lucide-react";
import { type KeyboardEvent, useEffect, useEffectEvent, useId, useMemo, useState } from "react";
import { printDuration } from "../../../lib/print-duration.ts";
import type { System } from "../../../model/chapter.ts";
import type { Scenario } from "../../../model/scenario.ts";
import type { Trace } from "../../../model/trace.ts";
import { shareByHop, shareByLayer, type TimePart } from "../../../scene/waterfall/share-time.ts";
import type { Lit } from "./chart-item.ts";
import "./waterfall-share.css";

interface WaterfallShareProps {
  readonly scenario: Scenario;
  readonly system: System;
  readonly trace: Trace;
  readonly onLight: (lit: Lit) => void;
}

/**
 * One bar: where the time goes, by hop or by layer. Pointing at a part lights it up, here and in the rows; a click or
 * Enter holds it, so that the rest stays dimmed until it is let go.
 */
export function WaterfallShare({ scenario, system, trace, onLight }: WaterfallShareProps) {
  const [by, setBy] = useState<"hop" | "layer">("hop");
  const [pointed, setPointed] = useState<string | undefined>();
  const [held, setHeld] = useState<string | undefined>();
  const id = useId();
  const parts = useMemo(
    () => (by === "hop" ? shareByHop(scenario, trace) : shareByLayer(system, trace)),
    [by, scenario, system, trace],
  );
  // Another run may have no such part any more: then nothing is lit.
  const active = parts.findIndex((part) => part.key === (pointed ?? held));
  const part = parts[active];
  const light = useEffectEvent((lit: Lit) => onLight(lit));
  useEffect(() => light(part), [part]);
  if (parts.length === 0) return null;

  const hold = (key: string | undefined) => setHeld((before) => (before === key ? undefined : key));
  const onKeyDown = (event: KeyboardEvent) => {
    const next = moves[event.key]?.(active, parts.length - 1);
    const confirms = event.key === "Enter" || event.key === " ";
    if (next === undefined && !confirms && !(event.key === "Escape" && held !== undefined)) return;
    event.preventDefault();
    event.stopPropagation();
    if (next !== undefined) setPointed(parts[next]?.key);
    else if (confirms) hold(part?.key);
    else setHeld(undefined);
  };

  return (
    <div className="waterfall-share">
      {held !== undefined && part !== undefined ? (
        <button
          type="button"
          className="waterfall-held"
          aria-label={`${say(part)}. Show everything again`}
          onClick={() => setHeld(undefined)}
        >
          <span>{say(part)}</span>
          <X size={12} aria-hidden />
        </button>
      ) : (
        <span className="waterfall-share-text" aria-hidden>
          {part ? say(part) : "Where the time goes"}
        </span>
      )}
      <div
        className="waterfall-share-bar"
        role="listbox"
        tabIndex={0}
        aria-label={`Where the time goes, by ${by}`}
        aria-activedescendant={active < 0 ? undefined : `${id}-${active}`}
        onKeyDown={onKeyDown}
        onFocus={() => active < 0 && setPointed(parts[0]?.key)}
        onBlur={() => setPointed(undefined)}
        onPointerLeave={() => setPointed(undefined)}
      >
        {parts.map((each, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list's own keys hold it
          <div
            key={each.key}
            id={`${id}-${i}`}
            role="option"
            // Reached through the list's arrow keys, never by itself.
            tabIndex={-1}
            aria-selected={i === active}
            aria-label={`${say(each)}${each.key === held ? ", held" : ""}`}
            className={`waterfall-share-part${each.back ? " is-back" : ""}${part !== undefined && i !== active ? " is-dim" : ""}`}
            style={{ flexGrow: each.share }}
            onPointerEnter={(event) => {
              if (event.pointerType === "mouse") setPointed(each.key);
            }}
            onClick={() => {
              hold(each.key);
              setPointed(undefined);
            }}
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
              setPointed(undefined);
              setHeld(undefined);
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
  return `${part.label}: ${printDuration(part.time)}, ${percent} %`;
}
