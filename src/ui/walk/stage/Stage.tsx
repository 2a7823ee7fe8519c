import { ArrowDown, ArrowUp } from "lucide-react";
import { useCallback, useLayoutEffect, useMemo, useRef } from "react";
import { frameAt } from "../../../scene/frame-at.ts";
import { headStates } from "../../../scene/head-states.ts";
import { layoutLanes } from "../../../scene/layout-lanes.ts";
import { layoutStage } from "../../../scene/layout-stage.ts";
import { rememberWidths } from "../../../scene/measure-text.ts";
import { paintFrame } from "./paint-frame.ts";
import { StageBackdrop } from "./StageBackdrop.tsx";
import { StageBandHeads } from "./StageBandHeads.tsx";
import { StageHeads } from "./StageHeads.tsx";
import { StageList } from "./StageList.tsx";
import { StageRuler } from "./StageRuler.tsx";
import { StageTools } from "./StageTools.tsx";
import { StageUntaken } from "./StageUntaken.tsx";
import "./stage.css";
import "./stage-heads.css";
import "./stage-backdrop.css";
import "./stage-bands.css";
import "./stage-messages.css";
import "./stage-outcomes.css";
import "./stage-playhead.css";
import "./stage-untaken.css";
import "./stage-ruler.css";
import "./stage-tools.css";
import "./stage-card.css";
import "./stage-media.css";
import type { StageProps } from "./stage-props.ts";
import { useAnchor } from "./use-anchor.ts";
import { useFollow } from "./use-follow.ts";
import { useStageSize } from "./use-stage-size.ts";
import { useWindow } from "./use-window.ts";
import { useZoom } from "./use-zoom.ts";

/** Room for the time ruler, in pixels. */
const rulerWidth = 60;

/** What a sheet of A4 or letter paper holds at the usual margins, in pixels. */
const paperWidth = 700;

/** The sequence diagram of a run: rows for messages, bands for hops, heads always in view. */
export function Stage(props: StageProps) {
  const { scenario, system, trace, verdict, track, playhead, spacing, focusHop, layOut = layoutStage } = props;
  const root = useRef<HTMLElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const token = useRef<HTMLDivElement>(null);
  const now = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const size = useStageSize(scroller);
  const [zoom, setZoom] = useZoom(scroller, props.zooming);
  const measure = useMemo(() => rememberWidths(props.measure), [props.measure]);
  const gutter = spacing === "scale" ? rulerWidth : 0;
  // Smaller than life, lanes may use the room that becomes free; larger than life, the drawing only grows.
  const width = size && Math.floor(size.width / Math.min(1, zoom));
  const lanes = useMemo(
    () => (width === null ? null : layoutLanes(scenario, focusHop, width, gutter, measure)),
    [scenario, focusHop, width, gutter, measure],
  );
  const layout = useMemo(
    () => lanes && layOut(scenario, system, trace, lanes, spacing, focusHop, gutter, measure),
    [layOut, scenario, system, trace, lanes, spacing, focusHop, gutter, measure],
  );
  const states = useMemo(() => headStates(scenario, trace), [scenario, trace]);
  const headsHeight = lanes ? lanes.boxHeight + lanes.headHeight + 19 : 0;
  const { stretch, printing, onScroll } = useWindow(scroller, zoom, size?.height ?? 0);
  const { away, follow, look, goBack } = useFollow(scroller, zoom, headsHeight);
  const current = useCallback(() => {
    const index = frameAt(trace, track, playhead.get()).current;
    return layout?.messages[layout.positions[index] ?? -1];
  }, [layout, trace, track, playhead]);
  useAnchor(scroller, layout, zoom, headsHeight, current);

  const paint = useCallback(() => {
    const parts = { root: root.current, list: list.current, token: token.current, now: now.current };
    const { root: stage, list: rows } = parts;
    if (!layout || !stage || !rows || !parts.token || !parts.now) return;
    const at = playhead.get();
    // Where the view stands is read before anything is written: afterwards the browser would have to lay out twice.
    follow(at, current());
    paintFrame({ root: stage, list: rows, token: parts.token, now: parts.now }, layout, trace, track, at);
  }, [layout, trace, track, playhead, follow, current]);
  // After every render: rows that have just come into the document need their state before they are painted.
  const painter = useRef(paint);
  useLayoutEffect(() => {
    painter.current = paint;
    paint();
  });
  // Subscribed once and before all others, whose writing would make reading where the view stands a layout of its own.
  useLayoutEffect(() => playhead.subscribe(() => painter.current()), [playhead]);

  return (
    <section
      className="stage"
      ref={root}
      aria-label={props.label ?? "Stage"}
      data-outcome={verdict.outcome}
      data-spacing={spacing}
    >
      <div
        className="stage-scroller"
        ref={scroller}
        onScroll={() => {
          onScroll();
          look(current());
        }}
      >
        {size && lanes && layout && (
          <div
            className="stage-content"
            style={{ zoom: printing ? Math.min(1, paperWidth / layout.width) : zoom, width: layout.width }}
          >
            <StageHeads lanes={lanes} states={states} scaled={spacing === "scale"} />
            <div className="stage-rows" style={{ height: layout.height }}>
              <StageBackdrop layout={layout} states={states} {...stretch} />
              {spacing === "scale" && <StageRuler layout={layout} {...stretch} />}
              <div className="stage-now" ref={now} style={{ width: layout.width }} />
              <StageList
                {...props}
                layout={layout}
                stretch={stretch}
                list={list}
                scroller={scroller}
                zoom={zoom}
                headsHeight={headsHeight}
              />
              <StageUntaken layout={layout} {...stretch} onChoose={props.onChoose} />
              <StageBandHeads
                layout={layout}
                scenario={scenario}
                trace={trace}
                focusHop={focusHop}
                headsHeight={headsHeight}
                viewWidth={printing ? layout.width : size.width / zoom}
                {...stretch}
                onFocusHop={props.onFocusHop}
              />
              <div className="stage-token" ref={token} />
            </div>
          </div>
        )}
      </div>
      {away !== null && (
        <button type="button" className="stage-away" onClick={() => goBack(current())}>
          {away === "up" ? <ArrowUp size={14} aria-hidden="true" /> : <ArrowDown size={14} aria-hidden="true" />} Back
          to the playhead
        </button>
      )}
      <StageTools
        zoom={zoom}
        onZoom={setZoom}
        onFit={() => {
          const narrowest = layoutLanes(scenario, focusHop, 480, gutter, measure).width;
          if (size) setZoom(Math.floor((size.width * 100) / narrowest) / 100);
        }}
        onFullScreen={() => toggleFullScreen(root.current)}
      />
    </section>
  );
}

/** Asks the browser; where it refuses (an iframe without permission), nothing changes. */
function toggleFullScreen(element: HTMLElement | null): void {
  if (!element) return;
  const page = element.ownerDocument;
  const asked = page.fullscreenElement === element ? page.exitFullscreen() : element.requestFullscreen();
  asked.catch(() => undefined);
}
