import type { ParticipantKey } from "../model/ids.ts";
import type { Participant } from "../model/participant.ts";
import type { Scenario } from "../model/scenario.ts";
import type { Step } from "../model/step.ts";
import { cutText } from "./cut-text.ts";
import { keysOf } from "./list-rows.ts";
import { lineHeights, type MeasureText } from "./measure-text.ts";
import { widest, wrapText } from "./wrap-text.ts";

/** A lifeline's place. All in CSS pixels from the content's left edge. */
export interface Lane {
  readonly participant: Participant;
  /** The lifeline. */
  readonly x: number;
  readonly headWidth: number;
  /** The label, broken to the head's width: at most two lines, the last one cut short with an ellipsis by CSS. */
  readonly headLines: readonly string[];
  /** What stands in brackets behind the name, where a line is left for it; it is always part of the full text. */
  readonly headDetail?: string;
  /** Whether there is room for the mark of its shape. */
  readonly marked: boolean;
}

/** Neighbouring lanes of one Mermaid `box`. */
export interface LaneBox {
  readonly title: string;
  readonly from: number;
  readonly to: number;
}

export interface Lanes {
  readonly lanes: readonly Lane[];
  readonly of: ReadonlyMap<ParticipantKey, number>;
  readonly boxes: readonly LaneBox[];
  readonly width: number;
  readonly headHeight: number;
  readonly boxHeight: number;
}

const widestGap = 420;
const labelRoom = 28;

/**
 * Puts lifelines side by side. The gap between two neighbours wants to hold the texts of the messages between them;
 * where the stage is too narrow for that, gaps shrink alike, down to what a head needs (texts may then reach over the
 * next lifeline), and the content becomes wider than the stage. Where there is more room than wanted, gaps grow alike.
 * Depends on the scenario alone, never on a run, so that switching a failure moves no lane.
 *
 * `gutter` is kept free at the left, for the time ruler. `width` is the stage's own, in pixels.
 */
export function layoutLanes(
  scenario: Scenario,
  focusHop: number | null,
  width: number,
  gutter: number,
  measure: MeasureText,
): Lanes {
  const hops = scenario.hops.filter((hop) => focusHop === null || hop.n === focusHop);
  const used = focusHop === null ? null : new Set(hops.flatMap((hop) => keysOf(hop.steps)));
  const participants = scenario.participants.filter((one) => used === null || used.size === 0 || used.has(one.key));
  const of = new Map(participants.map((one, index) => [one.key, index]));
  const tight = width < 480;
  const least = tight ? 86 : 92;
  const wanted = wantedGaps(
    hops.flatMap((hop) => hop.steps),
    of,
    participants.length,
    least,
    measure,
  );
  const ends = lastLoops(
    hops.flatMap((hop) => hop.steps),
    of,
    participants.length,
    measure,
  );
  const side = least / 2 + (tight ? 6 : 14);
  const left = gutter + side;
  const gaps = spread(wanted, least, width - left - Math.max(side, ends));
  const lanes: Lane[] = [];
  let x = left;
  const taken = gaps.reduce((sum, gap) => sum + gap, 0);
  const spare = width - left - Math.max(side, ends) - taken;
  if (spare > 0) x += Math.round(spare / 2);
  const end = Math.max(width, x + taken + Math.max(side, ends));
  participants.forEach((participant, index) => {
    // Up to its neighbours' heads; the outer ones, up to the content's ends.
    const room = Math.min(gaps[index - 1] ?? 2 * x, gaps[index] ?? 2 * (end - x), 188) - 8;
    lanes.push({ participant, x, ...layoutHead(participant, room, least - 8, measure) });
    x += gaps[index] ?? 0;
  });
  const last = lanes.at(-1);
  const lines = lanes.reduce(
    (most, lane) => Math.max(most, lane.headLines.length + (lane.headDetail === undefined ? 0 : 1)),
    1,
  );
  const boxes = layoutBoxes(participants);
  return {
    lanes,
    of,
    boxes,
    width: Math.max(width, Math.ceil((last?.x ?? 0) + Math.max(side, ends))),
    headHeight: lines * lineHeights.head + 14,
    boxHeight: boxes.length > 0 ? 20 : 0,
  };
}

const markWidth = 17;

function layoutHead(participant: Participant, room: number, least: number, measure: MeasureText) {
  const [, name = "", detail] = /^(.*?)(?:\s*(\([^()]*\)))?$/su.exec(participant.label) ?? [];
  const whole = wrapText(name === "" ? participant.label : name, "head", room - 14, measure);
  const lines = whole.length > 2 ? [whole[0] ?? "", whole.slice(1).join(" ")] : whole;
  const shown = detail !== undefined && name !== "" && lines.length === 1 ? detail : undefined;
  const text = Math.max(widest(lines, "head", measure), shown === undefined ? 0 : measure(shown, "small"));
  const drawn = participant.shape !== "participant" && text + markWidth + 14 <= room;
  const natural = Math.ceil(text) + 20 + (drawn ? markWidth : 0);
  return {
    headWidth: Math.round(Math.min(room, Math.max(least, natural))),
    headLines: lines,
    ...(shown !== undefined && { headDetail: shown }),
    marked: drawn,
  };
}

/** What each gap would like to be: the widest text between the two neighbours, within reason. */
function wantedGaps(
  steps: readonly Step[],
  of: ReadonlyMap<ParticipantKey, number>,
  count: number,
  least: number,
  measure: MeasureText,
): number[] {
  const gaps = new Array<number>(Math.max(0, count - 1)).fill(least);
  const want = (gap: number, room: number) => {
    if (gap < gaps.length) gaps[gap] = Math.max(gaps[gap] ?? 0, Math.ceil(room));
  };
  eachText(steps, of, (from, to, text) => {
    const room = Math.min(widest(text.split("\n"), "label", measure), 190) + labelRoom;
    if (from === to) want(from, room + 22);
    else if (Math.abs(from - to) === 1) want(Math.min(from, to), room);
  });
  return gaps;
}

/** Room that loops at the last lifeline need at its right. */
function lastLoops(
  steps: readonly Step[],
  of: ReadonlyMap<ParticipantKey, number>,
  count: number,
  measure: MeasureText,
): number {
  let room = 0;
  eachText(steps, of, (from, to, text) => {
    if (from === to && from === count - 1)
      room = Math.max(room, Math.min(widest(text.split("\n"), "label", measure), 150) + 44);
  });
  return room;
}

function eachText(
  steps: readonly Step[],
  of: ReadonlyMap<ParticipantKey, number>,
  visit: (from: number, to: number, text: string) => void,
): void {
  for (const step of steps) {
    if (step.kind === "block") for (const branch of step.branches) eachText(branch.steps, of, visit);
    if (step.kind !== "message") continue;
    const from = of.get(step.from);
    const to = of.get(step.to);
    if (from !== undefined && to !== undefined) visit(from, to, cutText(step.text));
  }
}

function spread(wanted: readonly number[], least: number, room: number): number[] {
  const sum = wanted.reduce((total, gap) => total + gap, 0);
  const floor = wanted.length * least;
  if (sum <= room) {
    const more = wanted.length === 0 ? 0 : (room - sum) / wanted.length;
    return wanted.map((gap) => Math.round(Math.min(gap + more, Math.max(gap, widestGap))));
  }
  const share = sum > floor ? Math.max(0, Math.min(1, (room - floor) / (sum - floor))) : 0;
  return wanted.map((gap) => Math.floor(least + (gap - least) * share));
}

function layoutBoxes(participants: readonly Participant[]): LaneBox[] {
  const boxes: LaneBox[] = [];
  participants.forEach((participant, index) => {
    if (participant.box === undefined) return;
    const last = boxes.at(-1);
    if (last && last.title === participant.box && last.to === index - 1)
      boxes[boxes.length - 1] = { ...last, to: index };
    else boxes.push({ title: participant.box, from: index, to: index });
  });
  return boxes;
}
