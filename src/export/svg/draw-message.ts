import { along, drawBreak, drawHead, drawLine, headInset } from "../../scene/arrow-path.ts";
import { durationOf } from "../../scene/name-message.ts";
import { loopWidth, type PlacedMessage, type Point } from "../../scene/place-message.ts";
import { sayInterval } from "../../scene/say-interval.ts";
import { drawText, measurePicture } from "./draw-text.ts";
import type { Palette } from "./palette.ts";
import { mix } from "./palette.ts";
import { element } from "./svg-element.ts";

/** From this height on, a slope has room for its figure, px. */
const steep = 30;

/** One message: its arrow, its text on paper of its own, so that lifelines do not run through it, and its tag. */
export function drawMessage(placed: PlacedMessage, palette: Palette): string {
  const { row } = placed;
  const { outcome } = row.traced;
  const paper = row.wayBack ? palette.badSoft : palette.band;
  const line = lineColor(placed, palette, paper);
  return (
    element("g", { "data-message": placed.index }, drawArrow(placed, line, paper, palette), drawLabel()) + drawNumber()
  );

  function drawLabel(): string {
    const quiet = outcome === "neverReached" || outcome === "skipped";
    const bold = outcome === "failed" || row.wayBack;
    const fill = bold ? palette.bad : quiet ? palette.muted : palette.ink;
    const { tag } = placed;
    const color = tag?.tone === "bad" ? palette.bad : tag?.tone === "warn" ? palette.warn : palette.muted;
    const said = tag === undefined ? "" : `${tagSign(placed)}${tag.text}`;
    const last = placed.lines.length - 1;
    const parts = placed.lines.map((text, at) => {
      const top = placed.labelY + at * 15;
      const width = measurePicture(text, bold ? "head" : "label");
      const beside = at === last && tag !== undefined && !placed.tagBelow;
      const whole = beside ? width + 10 + measurePicture(said, "small") : width;
      return [
        paperUnder(placed.labelX, top, whole, paper),
        drawText(text, {
          x: placed.labelX,
          y: top + 11.5,
          weight: bold ? 600 : 400,
          fill,
          struck: outcome === "skipped",
        }),
        beside ? drawText(said, { x: placed.labelX + width + 10, y: top + 11.5, size: 11, fill: color }) : "",
      ].join("");
    });
    if (tag === undefined || !placed.tagBelow) return parts.join("");
    const top = placed.labelY + (last + 1) * 15;
    parts.push(
      paperUnder(placed.labelX, top, measurePicture(said, "small"), paper),
      drawText(said, { x: placed.labelX, y: top + 10.5, size: 11, fill: color }),
    );
    return parts.join("");
  }

  function drawNumber(): string {
    if (row.number === undefined) return "";
    const { x, y } = placed.from;
    return (
      element("circle", { cx: x, cy: y, r: 8, fill: line }) +
      drawText(String(row.number), { x, y: y + 3.4, size: 9.5, weight: 600, fill: palette.surface, anchor: "middle" })
    );
  }
}

function paperUnder(x: number, y: number, width: number, fill: string): string {
  return element("rect", { x: x - 2, y: y + 0.5, width: width + 4, height: 14, fill });
}

function tagSign({ tag, row }: PlacedMessage): string {
  if (tag?.tone === "bad" || row.traced.outcome === "lost") return "× ";
  if (row.traced.outcome === "slow") return "+ ";
  return tag?.tone === "warn" ? "! " : "";
}

function lineColor({ row }: PlacedMessage, palette: Palette, paper: string): string {
  if (row.wayBack) return palette.bad;
  switch (row.traced.outcome) {
    case "failed":
      return palette.bad;
    case "slow":
    case "lost":
      return palette.warn;
    case "neverReached":
    case "skipped":
      return mix(palette.muted, paper, 0.6);
    case "ok":
    case "added":
      return palette.ink;
  }
}

function drawArrow(placed: PlacedMessage, color: string, paper: string, palette: Palette): string {
  const { from, to, row, loop, breakAt, wait } = placed;
  const { arrow, outcome } = row.traced;
  const faint = outcome === "lost" || outcome === "neverReached" || outcome === "skipped";
  const dash = faint ? "2 4" : arrow.line === "dotted" ? "4 3" : undefined;
  const shaft = (d: string) =>
    element("path", { d, fill: "none", stroke: color, "stroke-width": 1.3, "stroke-dasharray": dash });
  const end = (d: ReturnType<typeof drawHead>) =>
    d === undefined
      ? ""
      : element("path", {
          d: d.d,
          fill: d.filled ? color : "none",
          stroke: color,
          "stroke-width": d.filled ? 0.6 : 1.3,
          "stroke-linejoin": "round",
        });
  const dot = ({ x, y }: Point) =>
    element("circle", { cx: x, cy: y, r: 3.5, fill: paper, stroke: color, "stroke-width": 1.3 });
  const broken = breakAt !== undefined;
  const long = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const start = along(from, to, headInset(arrow.tail) / long);
  const parts: string[] = [];
  if (wait) {
    const d = drawLine({ x: from.x, y: wait.y0 }, { x: from.x, y: wait.y1 }, wait.cut);
    parts.push(
      element("path", { d, fill: "none", stroke: palette.warn, "stroke-width": 3, "stroke-dasharray": "3 2" }),
    );
  }
  if (loop) parts.push(shaft(loopPath(from, to)));
  else if (!broken) parts.push(shaft(drawLine(start, along(from, to, 1 - headInset(arrow.head) / long), placed.cut)));
  else {
    parts.push(shaft(drawLine(start, along(from, to, breakAt), false)));
    if (breakAt < 0.85) {
      const d = drawLine(along(from, to, Math.min(1, breakAt + 12 / long)), to, false);
      parts.push(element("path", { d, fill: "none", stroke: palette.line, "stroke-dasharray": "1 4" }));
    }
  }
  const aside = { x: from.x + loopWidth, y: from.y };
  if (!broken) parts.push(end(drawHead(arrow.head, to, loop ? { x: aside.x, y: to.y } : from)));
  const tailTip = row.number === undefined || loop ? from : along(from, to, 9 / long);
  parts.push(end(drawHead(arrow.tail, tailTip, loop ? aside : to)));
  if (arrow.centralFrom) parts.push(dot(from));
  if (arrow.centralTo && !broken) parts.push(dot(to));
  if (broken) {
    const at = loop ? { x: aside.x, y: (from.y + to.y) / 2 } : along(from, to, breakAt);
    const stroke = outcome === "lost" ? palette.warn : palette.bad;
    parts.push(
      element("path", { d: drawBreak(at), fill: "none", stroke, "stroke-width": 2.2, "stroke-linecap": "round" }),
    );
  }
  if (!loop && to.y - from.y >= steep && row.traced.figure) {
    const x = (from.x + to.x) / 2 + 10;
    const y = (from.y + to.y) / 2 + (to.x > from.x ? -2 : 12);
    const text = sayInterval(durationOf(row.traced));
    parts.push(
      paperUnder(x, y - 10.5, measurePicture(text, "small"), paper),
      drawText(text, { x, y, size: 11, fill: palette.muted }),
    );
  }
  return parts.join("");
}

function loopPath(from: Point, to: Point): string {
  const right = from.x + loopWidth;
  return `M${from.x} ${from.y}H${right - 4}Q${right} ${from.y} ${right} ${from.y + 4}V${to.y - 4}Q${right} ${to.y} ${right - 4} ${to.y}H${to.x + 6}`;
}
