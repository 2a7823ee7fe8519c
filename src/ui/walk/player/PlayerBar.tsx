import { ChevronLeft, ChevronRight, ChevronsLeft, ChevronsRight, Pause, Play, Repeat } from "lucide-react";
import { memo, type ReactNode } from "react";
import type { PlayheadSource } from "../../../model/playhead.ts";
import type { Scenario } from "../../../model/scenario.ts";
import type { Trace } from "../../../model/trace.ts";
import type { Track } from "../../../model/track.ts";
import { findSpeed, speeds } from "../../../player/speed.ts";
import { PlayerReadout } from "./PlayerReadout.tsx";
import { PlayerSlider } from "./PlayerSlider.tsx";
import "./player.css";

export interface PlayerBarProps {
  readonly track: Track;
  readonly trace: Trace;
  readonly scenario: Scenario;
  readonly playhead: PlayheadSource;
  readonly playing: boolean;
  /** Drawn ms per ms on the wall: 1 is true time, 1/20 twenty times slower. */
  readonly speed: number;
  readonly loopHop: boolean;
  /** Of two runs joined, instants are those of neither, and where no times are stated there are none to show. */
  readonly timeless?: boolean;
  readonly onPlay: () => void;
  readonly onPause: () => void;
  readonly onSeek: (step: number, fraction: number) => void;
  readonly onStep: (by: 1 | -1) => void;
  readonly onHop: (by: 1 | -1) => void;
  readonly onSpeed: (rate: number) => void;
  readonly onLoop: (loop: boolean) => void;
}

/** The controls of the player. What runs while playing (thumb, readout) moves itself and renders nothing here. */
export const PlayerBar = memo(function PlayerBar(props: PlayerBarProps) {
  const { track, trace, scenario, playhead, playing, speed, loopHop, timeless = false } = props;
  const { onPlay, onPause, onSeek, onStep, onHop, onSpeed, onLoop } = props;
  return (
    <fieldset className="player" aria-label="Player">
      <div className="player-buttons">
        <Control label="Previous hop" onPress={() => onHop(-1)}>
          <ChevronsLeft size={18} aria-hidden />
        </Control>
        <Control label="Previous message" onPress={() => onStep(-1)}>
          <ChevronLeft size={18} aria-hidden />
        </Control>
        <button
          type="button"
          className="player-play"
          aria-label={playing ? "Pause" : "Play"}
          title={playing ? "Pause (space)" : "Play (space)"}
          onClick={playing ? onPause : onPlay}
        >
          {playing ? (
            <Pause size={15} fill="currentColor" strokeWidth={0} aria-hidden />
          ) : (
            <Play size={15} fill="currentColor" strokeWidth={0} aria-hidden />
          )}
        </button>
        <Control label="Next message" onPress={() => onStep(1)}>
          <ChevronRight size={18} aria-hidden />
        </Control>
        <Control label="Next hop" onPress={() => onHop(1)}>
          <ChevronsRight size={18} aria-hidden />
        </Control>
      </div>
      <PlayerReadout
        track={track}
        trace={trace}
        scenario={scenario}
        playhead={playhead}
        rate={speed}
        timeless={timeless}
      />
      <PlayerSlider
        track={track}
        trace={trace}
        scenario={scenario}
        playhead={playhead}
        timeless={timeless}
        onSeek={onSeek}
        onStep={onStep}
        onHop={onHop}
      />
      <div className="player-options">
        <select
          className="player-speed"
          aria-label="Speed"
          title="Speed: drawn time against time on the wall"
          value={String(findSpeed(speed).rate)}
          onChange={(event) => onSpeed(Number(event.currentTarget.value))}
        >
          {speeds.map(({ rate, label }) => (
            <option key={label} value={String(rate)}>
              {label}
            </option>
          ))}
        </select>
        <button
          type="button"
          className="player-control player-loop"
          aria-label="Loop this hop"
          title="Loop this hop"
          aria-pressed={loopHop}
          onClick={() => onLoop(!loopHop)}
        >
          <Repeat size={15} aria-hidden />
        </button>
      </div>
    </fieldset>
  );
});

function Control(props: { readonly label: string; readonly onPress: () => void; readonly children: ReactNode }) {
  return (
    <button
      type="button"
      className="player-control"
      aria-label={props.label}
      title={props.label}
      onClick={props.onPress}
    >
      {props.children}
    </button>
  );
}
