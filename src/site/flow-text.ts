import { escapeHtml } from "../lib/escape-html.ts";
import type { Chapter } from "../model/chapter.ts";
import type { Hop } from "../model/hop.ts";
import { messagesIn } from "../model/messages-in.ts";
import type { Scenario } from "../model/scenario.ts";
import type { ScenarioCard } from "../session/ports/shelf.ts";

/** A scenario as plain markup, for search engines and readers without JavaScript: its hops, its messages, its failures. */
export function flowText(chapter: Chapter, scenario: Scenario, card: ScenarioCard, text: string): string {
  const summary = scenario.summary ?? chapter.summary;
  const parts = [
    `<h1>${escapeHtml(scenario.title)}</h1>`,
    summary === undefined ? "" : `<p>${escapeHtml(summary)}</p>`,
    `<ol>${scenario.hops.map((hop) => hopText(scenario, hop)).join("")}</ol>`,
    failureText(chapter, card),
    `<p>Stepping and failures need JavaScript. <a href="${escapeHtml(text)}">The chapter as Markdown</a></p>`,
  ];
  return `<main>${parts.join("")}</main>`;
}

function hopText(scenario: Scenario, hop: Hop): string {
  const names = new Map(scenario.participants.map(({ key, label }) => [key, label.replace(/\s*\n\s*/g, " ")]));
  const latency = hop.figure?.cases[0]?.latency.text;
  const messages = messagesIn(hop.steps).map(
    ({ from, to, text }) =>
      `<li>${escapeHtml(`${names.get(from) ?? from} → ${names.get(to) ?? to}: ${text.replace(/\s*\n\s*/g, " ")}`)}</li>`,
  );
  const head = latency === undefined ? hop.title : `${hop.title} (${latency})`;
  return `<li>${escapeHtml(head)}<ul>${messages.join("")}</ul></li>`;
}

function failureText({ system }: Chapter, { breaks }: ScenarioCard): string {
  const items = breaks.flatMap(({ fault, title }) => {
    const known = system.faults.find(({ id }) => id === fault);
    const sees = known?.userSees === undefined ? "" : `: ${known.userSees}`;
    return [`<li>${escapeHtml(title + sees)}</li>`];
  });
  return items.length === 0 ? "" : `<h2>When this fails</h2><ul>${items.join("")}</ul>`;
}

/** One sentence or two about a scenario, for a search result or a preview. */
export function describeScenario(chapter: Chapter, scenario: Scenario, card: ScenarioCard): string {
  const said = scenario.summary ?? chapter.summary;
  if (said !== undefined) return said.length > 300 ? `${said.slice(0, 299).trimEnd()}…` : said;
  const { hops, messages, breaks } = card;
  const size = `${hops} ${hops === 1 ? "hop" : "hops"}, ${messages} ${messages === 1 ? "message" : "messages"}`;
  const fails = breaks.length === 0 ? "" : ` Breaks under ${breaks.map(({ title }) => title).join(", ")}.`;
  return `Play it hop by hop: ${size}.${fails}`.slice(0, 300);
}
