import type { ParticipantKey } from "../../model/ids.ts";
import type { Figure } from "../../model/latency.ts";
import { stepsIn } from "../../model/messages-in.ts";
import type { Block, Message, Step } from "../../model/step.ts";
import { fixOf, replaceIn } from "../fixes/make-edits.ts";
import type { Site } from "../places/find-place.ts";
import { findPlace, namesLike } from "../places/find-place.ts";
import { type Chain, floorOfSteps } from "../places/floor-of-steps.ts";
import { kilometresBetween, lightTime } from "../places/light-time.ts";
import type { ProblemList } from "../problem-list.ts";
import type { ScenarioDraft } from "../scenario-draft.ts";
import { sayRange } from "./ranges.ts";

/** A city is a point here: what falls short by less than 100 km of fibre is not pointed out. Milliseconds. */
const leeway = 0.5;

const fix = {
  title:
    "Measure it, or mend what is said: the latency, the messages it covers (a connection that is open needs no handshake), or `@place`.",
};

/** Latencies below what light in fibre needs between the places that the lifelines say they stand at. */
export function findFasterThanLight(scenario: ScenarioDraft, problems: ProblemList): void {
  const siteOf = readSites(scenario, problems);
  if (siteOf.size < 2) return;
  for (const hop of scenario.hops) {
    const look = (what: string, figure: Figure | undefined, steps: readonly Step[]) => {
      if (!figure) return;
      const text = sayShortfall(`Hop ${hop.n}${what}`, figure, floorOfSteps(steps, siteOf));
      if (text) problems.add("info", "finding/faster-than-light", text, { line: figure.line, column: 1 }, fix);
    };
    look("", hop.figure, hop.steps);
    for (const step of stepsIn(hop.steps)) {
      if (step.kind === "message") look(`, message ${step.inHop}`, step.figure, [withoutFigure(step)]);
      if (step.kind === "block") look(`, ${step.type}`, step.figure, [withoutFigure(step)]);
    }
  }
}

/** The step as what its own figure covers. */
function withoutFigure(step: Message | Block): Step {
  const { figure: _own, ...rest } = step;
  return { ...rest, async: false };
}

function readSites(scenario: ScenarioDraft, problems: ProblemList): Map<ParticipantKey, Site> {
  const sites = new Map<ParticipantKey, Site>();
  for (const lifeline of scenario.lifelines) {
    const said = lifeline.place;
    if (!said) continue;
    const site = findPlace(said.text);
    if (site) {
      sites.set(lifeline.key, site);
      continue;
    }
    const names = namesLike(said.text);
    const message = `No place is known as “${said.text}”. Near to it: ${names.join(", ")}; coordinates such as 49.45, 11.08 always work.`;
    const edits = replaceIn(problems.text, said.span.line, said.text, names[0] ?? "");
    const mend = fixOf(`Write ${names[0]}`, edits);
    problems.add("warning", "directive/unknown-place", message, said.span, mend);
  }
  return sites;
}

function sayShortfall(who: string, figure: Figure, chain: Chain): string | undefined {
  const short = figure.cases.filter(({ latency }) => latency.max + leeway < chain.ms);
  const low = figure.cases.filter(
    ({ latency }) =>
      latency.min > 0 && latency.min + leeway < chain.ms && !short.some((each) => each.latency === latency),
  );
  const cases = short.length > 0 ? short : low;
  const [first] = chain.crossings;
  if (cases.length === 0 || !first) return undefined;
  const said = cases
    .map(({ latency, when }) => sayRange(latency) + (when ? ` (${when.branch.replace(/-/g, " ")})` : ""))
    .join(" and ");
  const claim = short.length > 0 ? `the chapter says ${said}` : `the chapter's least is below that: ${said}`;
  return `${who}: ${sayLegs(chain)}: at least ${round(chain.ms)} ms, ${claim}. This counts the crossings that wait for each other, along the great circle at 200 km per ms; messages that follow each other the same way count once, and a handshake's undrawn answers do not count.`;
}

/** `Dallas → Nuremberg 8,580 km, 43 ms one way, crossed 3 times`, for each distance. */
function sayLegs({ crossings }: Chain): string {
  const legs = new Map<string, { readonly between: readonly [Site, Site]; times: number }>();
  for (const [from, to] of crossings) {
    const key = [from.name, to.name].sort().join("|");
    const leg = legs.get(key) ?? { between: [from, to], times: 0 };
    leg.times += 1;
    legs.set(key, leg);
  }
  return [...legs.values()]
    .map(({ between: [from, to], times }) => {
      const km = Math.round(kilometresBetween(from, to) / 10) * 10;
      const crossed = times === 1 ? "crossed once" : `crossed ${times} times`;
      return `${from.name} → ${to.name} ${km.toLocaleString("en-US")} km, ${round(lightTime(from, to))} ms one way, ${crossed}`;
    })
    .join("; ");
}

function round(ms: number): string {
  return ms < 10 ? String(Math.round(ms * 10) / 10) : String(Math.round(ms));
}
