import { Check, CircleSlash2, Clock, Minus, X } from "lucide-react";
import { useState } from "react";
import type { Onset } from "../../../model/run.ts";
import type { Outcome, Verdict } from "../../../model/verdict.ts";
import { keepTimes } from "./keep-times.tsx";
import { VerdictWaited } from "./VerdictWaited.tsx";
import "./verdict-banner.css";

interface VerdictBannerProps {
  readonly verdict: Verdict;
  readonly words: { readonly headline: string; readonly detail: string };
  /** A failure that is on but began after the request had passed it. */
  readonly late?: { readonly title: string; readonly onset: Onset } | undefined;
  readonly onFromStart: () => void;
  /** Goes to the message that decided; without it, nothing offers to. */
  readonly onWhere?: () => void;
  /** Shows where the result comes from; without it, nothing offers to. */
  readonly onWhy?: () => void;
  /** On a page of its own the headline is the page's; on another's it is no heading. */
  readonly headline?: "h1" | "p";
  /** What the section is called, where there are several. */
  readonly label?: string;
}

const icons: Readonly<Record<Outcome, typeof X>> = {
  ok: Check,
  slow: Clock,
  degraded: Minus,
  partial: CircleSlash2,
  failed: X,
};

/** Letters of a detail that two lines of the narrowest phone hold. */
const twoLines = 64;

/** The one sentence that is always in view, the figure a reader wants at its right. */
export function VerdictBanner(props: VerdictBannerProps) {
  const { verdict, words, late, onFromStart, onWhere, onWhy, headline: Headline = "h1", label = "Result" } = props;
  const [whole, setWhole] = useState(false);
  const Icon = icons[verdict.outcome];
  return (
    <section className="verdict" data-outcome={verdict.outcome} aria-label={label} data-whole={whole || undefined}>
      <span className="verdict-mark" aria-hidden="true">
        <Icon size={18} strokeWidth={2.5} />
      </span>
      <div className="verdict-words">
        <div className="verdict-said" role="status" aria-label="Verdict" aria-atomic="true">
          <Headline className="verdict-headline">{keepTimes(words.headline)}</Headline>
          {words.detail !== "" && <p className="verdict-detail">{keepTimes(words.detail)}</p>}
        </div>
        <p className="verdict-more">
          {onWhere && verdict.message !== undefined && (
            <button type="button" className="link-button" title="Goes to the message that decided" onClick={onWhere}>
              Where?
            </button>
          )}
          {onWhy && (
            <button type="button" className="link-button" aria-haspopup="dialog" onClick={onWhy}>
              Why?
            </button>
          )}
          {words.detail.length > twoLines && (
            <button
              type="button"
              className="link-button verdict-whole"
              aria-expanded={whole}
              onClick={() => setWhole(!whole)}
            >
              {whole ? "Less" : "More"}
            </button>
          )}
          {late && (
            <span>
              {late.title} began at {late.onset.hop}.{late.onset.message}.{" "}
              <button type="button" className="link-button" onClick={onFromStart}>
                Let it bite from the start
              </button>
            </span>
          )}
        </p>
      </div>
      <VerdictWaited verdict={verdict} />
    </section>
  );
}
