import { axisTop } from "d3-axis";
import { select } from "d3-selection";
import { useLayoutEffect, useRef } from "react";
import type { Latency } from "../../../model/latency.ts";
import type { TimeAxis } from "../../../scene/waterfall/time-axis.ts";

export const axisHeight = 26;

/** The shared time axis, its breaks, and the chapter's stated total as a bracket. */
export function WaterfallAxis(props: {
  readonly axis: TimeAxis;
  readonly untimed: boolean;
  readonly stated?: Latency;
}) {
  const { axis, untimed, stated } = props;
  const group = useRef<SVGGElement>(null);
  useLayoutEffect(() => {
    if (!group.current) return;
    const texts = new Map(axis.ticks.map((tick) => [tick.at, tick.text]));
    const draw = axisTop(axis.x)
      .tickValues(axis.ticks.map((tick) => tick.at))
      .tickFormat((at) => texts.get(at.valueOf()) ?? "")
      .tickSize(0)
      .tickPadding(4);
    select(group.current).call(draw);
  }, [axis]);
  if (untimed) {
    return (
      <text className="waterfall-untimed" x={10} y={axisHeight - 10}>
        times not documented: drawn in order only
      </text>
    );
  }
  return (
    <>
      <g ref={group} className="waterfall-axis" transform={`translate(0 ${axisHeight - 6})`} />
      {axis.breaks.map(({ x0, x1 }) => (
        <text key={x0} className="waterfall-break-text" x={(x0 + x1) / 2} y={axisHeight - 10}>
          wait, shortened
        </text>
      ))}
      {stated && (
        <path className="waterfall-stated" d={`M${axis.x(stated.min)} ${axisHeight - 4}v3H${axis.x(stated.max)}v-3`}>
          <title>{`stated by the chapter: ${stated.text}`}</title>
        </path>
      )}
    </>
  );
}
