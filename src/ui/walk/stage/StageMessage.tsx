import { memo } from "react";
import { isSame } from "../../../lib/is-same.ts";
import { along, drawBreak, drawHead, drawLine, headInset } from "../../../scene/arrow-path.ts";
import { markText } from "../../../scene/find-messages.ts";
import { durationOf } from "../../../scene/name-message.ts";
import { loopWidth, type PlacedMessage, type Point } from "../../../scene/place-message.ts";
import { sayInterval } from "../../../scene/say-interval.ts";

/** From this height on, a slope has room for its figure, px. */
const steep = 30;

interface StageMessageProps {
  readonly placed: PlacedMessage;
  /** What a screen reader says. */
  readonly name: string;
  readonly position: number;
  readonly count: number;
  readonly tabbable: boolean;
  readonly find: string;
  /** It differs from the run that this one is compared with. */
  readonly marked: boolean;
}

/**
 * One message's row. Its state (ahead, current, done) is set from outside while the playhead moves. While a chapter is
 * written, each letter makes all rows anew, and one of them says something new.
 */
export const StageMessage = memo(function StageMessage(props: StageMessageProps) {
  const { placed, name, position, count, tabbable, find, marked } = props;
  const { row } = placed;
  return (
    <li
      className="stage-row"
      data-index={placed.index}
      data-outcome={row.traced.outcome}
      data-way-back={row.wayBack || undefined}
      data-marked={marked || undefined}
      aria-setsize={count}
      aria-posinset={position + 1}
      style={{ top: placed.y, height: placed.height }}
    >
      <button
        type="button"
        className="stage-message"
        aria-label={marked ? `${name}, differs` : name}
        tabIndex={tabbable ? 0 : -1}
      />
      <svg className="stage-arrow" width="100%" height={placed.height} aria-hidden="true" focusable="false">
        <g transform={`translate(0 ${-placed.y})`}>
          <Arrow placed={placed} />
        </g>
      </svg>
      <span className="stage-label" aria-hidden="true" style={{ left: placed.labelX, top: placed.labelY - placed.y }}>
        {placed.lines.map((line, index) => {
          const last = index === placed.lines.length - 1;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text, never reordered
            <span className="stage-line" key={index}>
              <span className="stage-text">
                <Marked line={line} find={find} />
              </span>
              {last && placed.tag && !placed.tagBelow && <TagWords placed={placed} />}
            </span>
          );
        })}
        {placed.tag && placed.tagBelow && (
          <span className="stage-line stage-line-tag">
            <TagWords placed={placed} />
          </span>
        )}
      </span>
    </li>
  );
}, isSame);

function TagWords({ placed }: { readonly placed: PlacedMessage }) {
  return (
    <span className="stage-tag" data-tone={placed.tag?.tone}>
      {placed.tag?.text}
    </span>
  );
}

function Marked({ line, find }: { readonly line: string; readonly find: string }) {
  if (find === "") return line;
  // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one line, never reordered
  return markText(line, find).map((piece, index) => (piece.hit ? <mark key={index}>{piece.text}</mark> : piece.text));
}

function Arrow({ placed }: { readonly placed: PlacedMessage }) {
  const { arrow } = placed.row.traced;
  const { from, to, breakAt, row } = placed;
  const dotted = arrow.line === "dotted" || undefined;
  const broken = breakAt !== undefined;
  return (
    <>
      {placed.wait && <Wait placed={placed} />}
      {placed.loop ? (
        <path className="stage-shaft" data-dotted={dotted} d={loopPath(from, to)} />
      ) : (
        <Shaft placed={placed} />
      )}
      {!broken && <Head d={drawHead(arrow.head, to, approach(placed))} />}
      <Head d={drawHead(arrow.tail, tailTip(placed), placed.loop ? { x: from.x + loopWidth, y: from.y } : to)} />
      {arrow.centralFrom && <circle className="stage-dot" cx={from.x} cy={from.y} r={3.5} />}
      {arrow.centralTo && !broken && <circle className="stage-dot" cx={to.x} cy={to.y} r={3.5} />}
      {broken && (
        <path
          className="stage-break"
          d={drawBreak(placed.loop ? { x: from.x + loopWidth, y: (from.y + to.y) / 2 } : along(from, to, breakAt))}
        />
      )}
      {!placed.loop && to.y - from.y >= steep && row.traced.figure && (
        <text className="stage-spent" x={(from.x + to.x) / 2 + 10} y={(from.y + to.y) / 2 + (to.x > from.x ? -2 : 12)}>
          {sayInterval(durationOf(row.traced))}
        </text>
      )}
      {row.number !== undefined && (
        <g className="stage-number">
          <circle cx={from.x} cy={from.y} r={8} />
          <text x={from.x} y={from.y + 3.5} textAnchor="middle">
            {row.number}
          </text>
        </g>
      )}
    </>
  );
}

function Shaft({ placed }: { readonly placed: PlacedMessage }) {
  const { from, to, breakAt, cut } = placed;
  const { arrow } = placed.row.traced;
  const dotted = arrow.line === "dotted" || undefined;
  const long = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const start = along(from, to, headInset(arrow.tail) / long);
  if (breakAt === undefined)
    return (
      <path
        className="stage-shaft"
        data-dotted={dotted}
        d={drawLine(start, along(from, to, 1 - headInset(arrow.head) / long), cut)}
      />
    );
  const broke = along(from, to, breakAt);
  return (
    <>
      <path className="stage-shaft" data-dotted={dotted} d={drawLine(start, broke, false)} />
      {breakAt < 0.85 && (
        <path className="stage-unflown" d={drawLine(along(from, to, Math.min(1, breakAt + 12 / long)), to, false)} />
      )}
    </>
  );
}

/** The stretch of the sender's lifeline in which it only waits. */
function Wait({ placed }: { readonly placed: PlacedMessage }) {
  const { wait, from } = placed;
  if (!wait) return null;
  return <path className="stage-wait" d={drawLine({ x: from.x, y: wait.y0 }, { x: from.x, y: wait.y1 }, wait.cut)} />;
}

function Head({ d }: { readonly d: { readonly d: string; readonly filled: boolean } | undefined }) {
  if (!d) return null;
  return <path className="stage-head-end" data-filled={d.filled || undefined} d={d.d} />;
}

/** A number stands at the arrow's start; a head there moves out of its way. */
function tailTip({ from, to, row, loop }: PlacedMessage): Point {
  if (row.number === undefined || loop) return from;
  return along(from, to, 9 / (Math.hypot(to.x - from.x, to.y - from.y) || 1));
}

function approach(placed: PlacedMessage): Point {
  return placed.loop ? { x: placed.to.x + loopWidth, y: placed.to.y } : placed.from;
}

function loopPath(from: Point, to: Point): string {
  const right = from.x + loopWidth;
  return `M${from.x} ${from.y}H${right - 4}Q${right} ${from.y} ${right} ${from.y + 4}V${to.y - 4}Q${right} ${to.y} ${right - 4} ${to.y}H${to.x + 6}`;
}
