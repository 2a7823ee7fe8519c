import { type CSSProperties, type KeyboardEvent, useLayoutEffect, useMemo, useRef } from "react";
import { home, type PlayheadSource } from "../../../model/playhead.ts";
import type { Scenario } from "../../../model/scenario.ts";
import type { Trace } from "../../../model/trace.ts";
import type { Track } from "../../../model/track.ts";
import { instantAt } from "../../../player/position.ts";
import { defaultRate, playTime } from "../../../player/speed.ts";
import { toEnd } from "../../../player/stepping.ts";
import { makeTimetable, placeOf, playheadAtPlace } from "../../../player/timetable.ts";
import { countMessages, sayInstant, sayPlace } from "../../../scene/say-place.ts";

interface PlayerSliderProps {
  readonly track: Track;
  readonly trace: Trace;
  readonly scenario: Scenario;
  readonly playhead: PlayheadSource;
  readonly timeless: boolean;
  readonly onSeek: (step: number, fraction: number) => void;
  readonly onStep: (by: 1 | -1) => void;
  readonly onHop: (by: 1 | -1) => void;
}

/** So much later than its looks, ms, the slider itself is told its value: by then the frame of a step is painted. */
const saidAfter = 50;

/**
 * The seek bar. Its scale is play time at the default speed whatever the speed, so that the hop marks stay where they
 * are. Arrow keys go message by message and page keys hop by hop: pixels mean nothing to a reader. What is seen is a layer
 * that the playhead shifts without laying out or painting anything; the slider over it is for hands and screen readers.
 */
export function PlayerSlider(props: PlayerSliderProps) {
  const { track, trace, scenario, playhead, timeless, onSeek, onStep, onHop } = props;
  const input = useRef<HTMLInputElement>(null);
  const thumb = useRef<HTMLElement>(null);
  const timetable = useMemo(() => makeTimetable(track, defaultRate), [track]);
  const counts = useMemo(() => countMessages(scenario), [scenario]);
  const end = Math.max(trace.drawnEnd, track.steps.at(-1)?.until ?? 0);

  useLayoutEffect(() => {
    let due: ReturnType<typeof setTimeout> | undefined;
    const say = () => {
      due = undefined;
      const at = playhead.get();
      const said = sayPlace(track, at, counts);
      const text = timeless ? said : `${said}, ${sayInstant(instantAt(track, at), end)}`;
      if (!input.current) return;
      input.current.value = String(placeOf(timetable, at));
      input.current.setAttribute("aria-valuetext", text);
    };
    const move = () => {
      const share = timetable.total > 0 ? placeOf(timetable, playhead.get()) / timetable.total : 0;
      if (thumb.current) thumb.current.style.transform = `translateX(${share * 100}%)`;
    };
    const stop = playhead.subscribe(() => {
      move();
      due ??= setTimeout(say, saidAfter);
    });
    move();
    say();
    return () => {
      stop();
      clearTimeout(due);
    };
  }, [playhead, track, timetable, counts, end, timeless]);

  const onKeyDown = (event: KeyboardEvent) => {
    const act = keyActions[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    switch (act.kind) {
      case "step":
        return event.shiftKey ? onHop(act.by) : onStep(act.by);
      case "hop":
        return onHop(act.by);
      case "home":
        return onSeek(home.step, home.fraction);
      case "end": {
        const last = toEnd(track);
        return onSeek(last.step, last.fraction);
      }
    }
  };

  return (
    <div className="player-seek">
      <PlayerMarks track={track} starts={timetable.starts} total={timetable.total} />
      <input
        ref={input}
        className="player-slider"
        type="range"
        aria-label="Playhead"
        min={0}
        max={Math.max(1, timetable.total)}
        step="any"
        defaultValue={0}
        onInput={(event) => {
          const at = playheadAtPlace(track, timetable, Number(event.currentTarget.value));
          onSeek(at.step, at.fraction);
        }}
        onKeyDown={onKeyDown}
      />
      <i ref={thumb} className="player-thumb" />
    </div>
  );
}

type KeyAction = { readonly kind: "step" | "hop"; readonly by: 1 | -1 } | { readonly kind: "home" | "end" };

const keyActions: Readonly<Record<string, KeyAction>> = {
  ArrowRight: { kind: "step", by: 1 },
  ArrowUp: { kind: "step", by: 1 },
  ArrowLeft: { kind: "step", by: -1 },
  ArrowDown: { kind: "step", by: -1 },
  PageUp: { kind: "hop", by: 1 },
  PageDown: { kind: "hop", by: -1 },
  Home: { kind: "home" },
  End: { kind: "end" },
};

/** A tick where each hop begins, red for the way back, and hatching over what will be shortened. */
function PlayerMarks(props: { readonly track: Track; readonly starts: readonly number[]; readonly total: number }) {
  const { track, starts, total } = props;
  if (total === 0) return null;
  const share = (step: number) => (starts[step] ?? total) / total;
  const place = (at: number): CSSProperties => ({ "--player-at": at }) as CSSProperties;
  const shortened = track.steps.flatMap((step, k) => (playTime(step, defaultRate).shortened ? [k] : []));
  return (
    <div className="player-marks" aria-hidden>
      {shortened.map((k) => (
        <span
          key={`wait-${k}`}
          className="player-shortened"
          style={{ ...place(share(k)), width: `calc((100% - 14px) * ${share(k + 1) - share(k)})` }}
        />
      ))}
      {track.legs.slice(1).map((leg) => (
        <span key={leg.first} className={`player-mark${leg.back ? " is-back" : ""}`} style={place(share(leg.first))} />
      ))}
    </div>
  );
}
