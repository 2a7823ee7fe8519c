import { useLayoutEffect, useMemo, useRef } from "react";
import { printDuration } from "../../../lib/print-duration.ts";
import type { PlayheadSource } from "../../../model/playhead.ts";
import type { Scenario } from "../../../model/scenario.ts";
import type { Trace } from "../../../model/trace.ts";
import type { Track } from "../../../model/track.ts";
import { instantAt } from "../../../player/position.ts";
import { playTime } from "../../../player/speed.ts";
import { countMessages, sayInstant, sayPlace } from "../../../scene/say-place.ts";

interface PlayerReadoutProps {
  readonly track: Track;
  readonly trace: Trace;
  readonly scenario: Scenario;
  readonly playhead: PlayheadSource;
  readonly rate: number;
  readonly timeless: boolean;
}

/** The instant, the place and, while a wait is shortened, that it is. Written by the playhead, not by React. */
export function PlayerReadout({ track, trace, scenario, playhead, rate, timeless }: PlayerReadoutProps) {
  const instant = useRef<HTMLSpanElement>(null);
  const place = useRef<HTMLSpanElement>(null);
  const counts = useMemo(() => countMessages(scenario), [scenario]);
  const end = Math.max(trace.drawnEnd, track.steps.at(-1)?.until ?? 0);

  // Before the first paint, so that nothing around it moves for its words.
  useLayoutEffect(() => {
    const write = () => {
      const at = playhead.get();
      if (instant.current) setText(instant.current, sayInstant(instantAt(track, at), end));
      if (!place.current) return;
      const step = track.steps[at.step];
      const shortened = step !== undefined && at.fraction < 1 && playTime(step, rate).shortened;
      setText(place.current, shortened ? sayShortened(step) : sayPlace(track, at, counts));
      place.current.classList.toggle("is-shortened", shortened);
    };
    write();
    return playhead.subscribe(write);
  }, [playhead, track, counts, end, rate]);

  return (
    <div className={timeless ? "player-readout is-timeless" : "player-readout"}>
      {/* As wide as the run's longest instant from the start, so that nothing jumps. */}
      {!timeless && (
        <span ref={instant} className="player-instant" style={{ minWidth: `${sayInstant(end, end).length + 0.5}ch` }} />
      )}
      <span ref={place} className="player-place" />
    </div>
  );
}

function sayShortened(step: { readonly from: number; readonly until: number; readonly waits: boolean }): string {
  return `${printDuration(step.until - step.from)} ${step.waits ? "wait" : "step"}, shortened`;
}

/** Into the text there is: a new one would be laid out from scratch. */
function setText(element: Element, text: string): void {
  const node = element.firstChild ?? element.appendChild(new Text());
  if (node.nodeValue !== text) node.nodeValue = text;
}
