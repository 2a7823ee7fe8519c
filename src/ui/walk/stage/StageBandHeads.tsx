import { Focus, Undo2 } from "lucide-react";
import type { Scenario } from "../../../model/scenario.ts";
import type { Trace } from "../../../model/trace.ts";
import { hopTime } from "../../../scene/hop-time.ts";
import type { Band, StageLayout } from "../../../scene/stage-layout.ts";
import { meets } from "../../../scene/visible-rows.ts";

interface StageBandHeadsProps {
  readonly layout: StageLayout;
  readonly scenario: Scenario;
  readonly trace: Trace;
  readonly focusHop: number | null;
  readonly headsHeight: number;
  readonly viewWidth: number;
  readonly top: number;
  readonly bottom: number;
  readonly onFocusHop: (hop: number | null) => void;
}

/** A band's title and latency; they stay in view while its messages scroll by. */
export function StageBandHeads(props: StageBandHeadsProps) {
  const { layout, headsHeight, viewWidth, top, bottom } = props;
  return (
    <div className="stage-band-heads">
      {layout.bands
        .filter((band) => meets(band, top, bottom))
        .map((band) => (
          <div
            className="stage-band-place"
            key={`${band.kind}-${band.n}`}
            style={{ top: band.y0, height: band.y1 - band.y0, width: layout.width }}
          >
            <div className="stage-band-head" data-kind={band.kind} style={{ top: headsHeight }}>
              <div className="stage-band-inner" style={{ width: Math.min(viewWidth, layout.width) }}>
                {band.kind === "hop" ? <HopTitle {...props} band={band} /> : <WayBackTitle />}
              </div>
            </div>
          </div>
        ))}
    </div>
  );
}

function HopTitle({ band, scenario, trace, focusHop, onFocusHop }: StageBandHeadsProps & { readonly band: Band }) {
  if (!band.hop) return null;
  const time = hopTime(band.hop, scenario, trace);
  const focused = focusHop === band.n;
  const reached = trace.hops.find((one) => one.n === band.n)?.reached !== false;
  return (
    <>
      <span className="stage-band-title" data-reached={reached}>
        <span className="stage-band-number">{band.n}</span> <span className="stage-band-name">{band.hop.title}</span>
      </span>
      {!reached && <span className="stage-band-note stage-band-unreached">never reached</span>}
      <button
        type="button"
        className="stage-focus"
        aria-pressed={focused}
        aria-label={focused ? "Show the whole journey" : `Show hop ${band.n} alone`}
        onClick={() => onFocusHop(focused ? null : band.n)}
      >
        <Focus size={13} aria-hidden="true" /> <span>{focused ? "Whole journey" : "Focus"}</span>
      </button>
      <span className="stage-band-time">
        {time.text !== "" && <span>{time.text}</span>}
        {time.note && <span className="stage-band-note">{time.note}</span>}
      </span>
    </>
  );
}

function WayBackTitle() {
  return (
    <>
      <span className="stage-band-title">
        <Undo2 size={13} strokeWidth={2.4} aria-hidden="true" /> The failure travels back
      </span>
      <span className="stage-band-time">
        <span className="stage-band-note">not in the chapter</span>
      </span>
    </>
  );
}
