import { escapeHtml } from "../lib/escape-html.ts";
import { branchWord } from "../model/branch-word.ts";
import type { Chapter } from "../model/chapter.ts";
import type { Hop } from "../model/hop.ts";
import { messagesIn } from "../model/messages-in.ts";
import type { Scenario } from "../model/scenario.ts";
import type { Message, Step } from "../model/step.ts";
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

/** Deeper than this, a block's messages stand without its words. */
const mostNested = 8;

function hopText(scenario: Scenario, hop: Hop): string {
  const names = new Map(scenario.participants.map(({ key, label }) => [key, inLine(label)]));
  const messageText = ({ from, to, text }: Message) =>
    `<li>${escapeHtml(`${names.get(from) ?? from} → ${names.get(to) ?? to}: ${inLine(text)}`)}</li>`;
  const stepText = (step: Step, depth: number): string => {
    if (step.kind === "message") return messageText(step);
    if (step.kind !== "block") return "";
    if (depth === mostNested) return messagesIn([step]).map(messageText).join("");
    const branches = step.branches.map(({ text, steps }, n) => {
      const inside = steps.map((each) => stepText(each, depth + 1)).join("");
      const word = n === 0 ? step.type : branchWord(step.type);
      return word === "rect" ? inside : `<li>${escapeHtml(inLine(`${word} ${text}`))}<ul>${inside}</ul></li>`;
    });
    return branches.join("");
  };
  const latency = hop.figure?.cases[0]?.latency.text;
  const head = latency === undefined ? hop.title : `${hop.title} (${latency})`;
  return `<li>${escapeHtml(head)}<ul>${hop.steps.map((step) => stepText(step, 0)).join("")}</ul></li>`;
}

function inLine(text: string): string {
  return text.replace(/\s*\n\s*/g, " ").trim();
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
