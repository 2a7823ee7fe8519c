import type { System } from "../../model/chapter.ts";
import type { Scenario } from "../../model/scenario.ts";
import { isPassed, type Trace, type TracedMessage } from "../../model/trace.ts";
import { durationOf, nameParticipants } from "../../scene/name-message.ts";
import { sayInterval } from "../../scene/say-interval.ts";
import { tagMessage } from "../../scene/tag-message.ts";
import { loadShapes, outlineText } from "../svg/outline-text.ts";
import { type Drawing, sliceDrawing } from "../svg/picture.ts";
import { drawRun, saidOf } from "../svg/run-svg.ts";
import { pageScript, pageStyle, scriptHash, styleHash } from "./page-parts.ts";

export interface PageOptions {
  readonly spacing: "even" | "scale";
  /** The message (its index in the trace) at which the page opens; at the start unless said. */
  readonly at?: number;
  /** Leads back to this very run; left out when it is no web address. */
  readonly address?: string;
}

/** A step of true time is drawn out so many times, and lasts between these, ms. */
const slower = 20;
const [least, most] = [500, 2_500];

/**
 * A run as one HTML file that plays without a network: drawn in both themes, with its failures and choices as they were,
 * and every message as text for readers without scripts. Its policy lets nothing load, and only its own script run.
 */
export async function runHtml(
  scenario: Scenario,
  system: System,
  trace: Trace,
  { spacing, at, address }: PageOptions,
): Promise<string> {
  const [light, dark] = await Promise.all(
    (["light", "dark"] as const).map(async (theme) => {
      const drawing = drawRun(scenario, system, trace, { theme, spacing, waterfall: true });
      return `<div class="${theme}">${await writeFloors(drawing)}</div>`;
    }),
  );
  const passed = trace.messages.filter(isPassed).toSorted((a, b) => a.drawn.start - b.drawn.start || a.index - b.index);
  const say = sayMessages(scenario, system);
  const steps = passed.map((traced) => ({
    index: traced.index,
    hop: traced.hop,
    says: say(traced),
    bad: traced.outcome === "failed" || traced.outcome === "added",
    lasts: Math.round(Math.min(most, Math.max(least, (traced.drawn.end - traced.drawn.start) * slower))),
  }));
  const start = at === undefined ? -1 : steps.findIndex(({ index }) => index === at);
  const said = saidOf(scenario, system, trace);
  const policy = `default-src 'none'; script-src '${scriptHash}'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'`;
  // In a script's text only a tag could end it; JSON may write its sign as an escape.
  const data = JSON.stringify({ steps, start }).replace(/[<>&\u2028\u2029]/g, (sign) => {
    return `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
  const link =
    address !== undefined && /^https?:\/\//i.test(address)
      ? `<p><a href="${escapeHtml(address)}" rel="noreferrer">Play this run in Hopwise</a></p>`
      : "";
  const list = steps.map(({ says, bad }) => `<li${bad ? ' class="bad"' : ""}>${escapeHtml(says)}</li>`).join("\n");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(scenario.title)} – Hopwise</title>
<style>${pageStyle}</style>
</head>
<body>
<main id="main" tabindex="0">
${light}
${dark}
<details>
<summary>The run as text</summary>
<h1>${escapeHtml(scenario.title)}</h1>
<p>${escapeHtml(said)}</p>
<ol>
${list}
</ol>
${link}<p class="muted">The times are those the chapter states; none was measured.</p>
</details>
</main>
<div class="bar" id="bar" role="group" aria-label="Player" hidden>
<p id="says" role="status" data-start="${escapeHtml(said)}"></p>
<div class="row">
<button type="button" id="hopback" aria-label="Previous hop">«</button>
<button type="button" id="back" aria-label="Previous message">‹</button>
<button type="button" id="play">Play</button>
<button type="button" id="on" aria-label="Next message">›</button>
<button type="button" id="hopon" aria-label="Next hop">»</button>
<input type="range" id="seek" aria-label="Playhead" min="0" value="0">
</div>
</div>
<script type="application/json" id="run">${data}</script>
<script>${pageScript}</script>
</body>
</html>
`;
}

/** Title, heads and all below, one under the other, so that the heads can stay in view while the rest is scrolled. */
async function writeFloors(drawing: Drawing): Promise<string> {
  const [, heads = 0, below = 0] = drawing.floors.map(({ top }) => top);
  const write = async (part: Drawing, y0: number, y1: number): Promise<string> => {
    const slice = sliceDrawing(part, y0, y1);
    return outlineText(slice, await loadShapes(slice)).svg;
  };
  // The picture's name is said once, with its largest part.
  const silent = { ...drawing, names: "" };
  return `<div aria-hidden="true">${await write(silent, 0, heads)}</div>
<div class="heads" aria-hidden="true">${await write(silent, heads, below)}</div>
${await write(drawing, below, drawing.height)}`;
}

/** One message in one line: its place, its ends, its text, what became of it, and how long it took. */
function sayMessages(scenario: Scenario, system: System): (traced: TracedMessage) => string {
  const names = nameParticipants(scenario);
  const name = (key: string): string => names.get(key) ?? key;
  return (traced) => {
    const place = traced.inHop === undefined ? "Back" : `${traced.hop}.${traced.inHop}`;
    const tag = tagMessage(traced, system)?.text;
    const time = traced.figure ? sayInterval(durationOf(traced)) : undefined;
    const what = `${place}  ${name(traced.from)} → ${name(traced.to)}: ${traced.text}`;
    return [what.replace(/\s+/gu, " "), tag, tag === time ? undefined : time].filter(Boolean).join(" · ");
  };
}

function escapeHtml(text: string): string {
  return text.replace(/[^\P{C}\n\t\u200d]/gu, "").replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
