import { printInterval } from "../../lib/print-duration.ts";
import type { Outcome } from "../../model/verdict.ts";
import { encodeLink } from "../../session/link/encode-link.ts";
import { emptyLink, type Link } from "../../session/link/link.ts";
import type { ChapterCard, ScenarioCard } from "../../session/ports/shelf.ts";
import { useSession } from "../app/session-context.ts";
import { onPlainClick } from "../shared/on-plain-click.ts";

interface ScenarioItemProps {
  readonly chapter: ChapterCard;
  readonly scenario: ScenarioCard;
  /** The words that are searched for, in lower case. */
  readonly words: readonly string[];
}

/** A scenario in the list: what it is, how long it takes, which failures break it. Each failure is a way in, too. */
export function ScenarioItem({ chapter, scenario, words }: ScenarioItemProps) {
  const { actions } = useSession();
  const base: Link = {
    ...emptyLink,
    chapter: chapter.id,
    ...(chapter.scenarios.length > 1 ? { scenario: scenario.id } : {}),
  };
  const failing = scenario.breaks.filter(({ outcome }) => outcome === "failed" || outcome === "partial");
  const bending = scenario.breaks.filter(({ outcome }) => outcome === "slow" || outcome === "degraded");

  const opens = (link: Link) => onPlainClick(() => actions.openLink(link));

  return (
    <li className="scenario">
      <div className="scenario-head">
        <h3 className="scenario-title">
          <a className="scenario-link" href={encodeLink(base)} onClick={opens(base)}>
            {scenario.title}
          </a>
        </h3>
        {(scenario.summary ?? chapter.summary) && <p>{scenario.summary ?? chapter.summary}</p>}
      </div>
      <dl className="scenario-facts">
        <div>
          <dt>Time</dt>
          <dd>{scenario.total.max === 0 ? "not stated" : printInterval(scenario.total)}</dd>
        </div>
        <div>
          <dt>Hops</dt>
          <dd>{scenario.hops}</dd>
        </div>
      </dl>
      {scenario.breaks.length > 0 && (
        <ul className="scenario-breaks" aria-label={`Failures that touch ${scenario.title}`}>
          {[...failing, ...bending].map(({ fault, title, outcome }) => {
            const link = { ...base, fail: [{ id: fault }] };
            return (
              <li key={fault}>
                <a
                  className="scenario-break"
                  data-outcome={outcome}
                  data-hit={words.some((word) => title.toLowerCase().includes(word)) || undefined}
                  href={encodeLink(link)}
                  onClick={opens(link)}
                >
                  <span className="scenario-dot" aria-hidden="true" />
                  {title}
                  <span className="visually-hidden">: {outcomeWords[outcome]}</span>
                </a>
              </li>
            );
          })}
        </ul>
      )}
    </li>
  );
}

/** What a dot stands for. */
export const outcomeWords: Readonly<Record<Outcome, string>> = {
  ok: "no difference",
  slow: "slower",
  degraded: "degraded",
  partial: "fails for some",
  failed: "fails",
};
