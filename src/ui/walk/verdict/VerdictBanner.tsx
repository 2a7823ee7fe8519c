import { Check, CircleSlash2, Clock, Minus, X } from "lucide-react";
import { useState } from "react";
import type { Onset } from "../../../model/run.ts";
import type { Outcome, Verdict } from "../../../model/verdict.ts";
import { WhyDialog } from "../why/WhyDialog.tsx";
import { VerdictWaited } from "./VerdictWaited.tsx";
import "./verdict-banner.css";

interface VerdictBannerProps {
  readonly verdict: Verdict;
  readonly words: { readonly headline: string; readonly detail: string };
  /** A failure that is on but began after the request had passed it. */
  readonly late?: { readonly title: string; readonly onset: Onset } | undefined;
  readonly onFromStart: () => void;
}

const icons: Readonly<Record<Outcome, typeof X>> = {
  ok: Check,
  slow: Clock,
  degraded: Minus,
  partial: CircleSlash2,
  failed: X,
};

/** The one sentence that is always in view, the figure a reader wants at its right. */
export function VerdictBanner({ verdict, words, late, onFromStart }: VerdictBannerProps) {
  const [why, setWhy] = useState(false);
  const [whole, setWhole] = useState(false);
  const Icon = icons[verdict.outcome];
  return (
    <section className="verdict" data-outcome={verdict.outcome} aria-label="Result" data-whole={whole || undefined}>
      <span className="verdict-mark" aria-hidden="true">
        <Icon size={18} strokeWidth={2.5} />
      </span>
      <div className="verdict-words">
        <div className="verdict-said" role="status" aria-label="Verdict" aria-atomic="true">
          <h1 className="verdict-headline">{words.headline}</h1>
          {words.detail !== "" && <p className="verdict-detail">{words.detail}</p>}
        </div>
        <p className="verdict-more">
          <button type="button" className="link-button" aria-haspopup="dialog" onClick={() => setWhy(true)}>
            Why?
          </button>
          {words.detail !== "" && (
            <button
              type="button"
              className="link-button verdict-whole"
              aria-expanded={whole}
              onClick={() => setWhole(!whole)}
            >
              {whole ? "Less" : "All of it"}
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
      <WhyDialog open={why} statement={words.headline} because={verdict.because} onClose={() => setWhy(false)} />
    </section>
  );
}
