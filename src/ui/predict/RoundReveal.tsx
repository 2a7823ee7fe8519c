import { useMemo, useState } from "react";
import type { Round } from "../../model/round.ts";
import { healthyRun } from "../../model/run.ts";
import type { Playable } from "../../session/results.ts";
import { useSession } from "../app/session-context.ts";
import { WhyDialog } from "../walk/why/WhyDialog.tsx";

interface RoundRevealProps {
  readonly playable: Playable;
  readonly round: Round;
  readonly given: string | null;
}

/** What the engine says, the rule and the line behind it, and what would have told. */
export function RoundReveal({ playable, round, given }: RoundRevealProps) {
  const { results } = useSession();
  const [why, setWhy] = useState(false);
  const { verdict, words } = useMemo(() => {
    const { fault, choices } = round.about;
    const trace = results.trace(playable, { ...healthyRun, faults: [{ id: fault }], choices });
    return { verdict: results.verdict(playable, trace), words: results.words(playable, trace) };
  }, [results, playable, round]);
  const head = given === null ? "This is what happens." : given === round.right ? "Right." : "Not this one.";
  const nothing = verdict.outcome === "ok";
  const fault = playable.system.faults.find(({ id }) => id === round.about.fault);
  const isElsewhere = verdict.notHere.length > 0;
  return (
    <div className="predict-reveal" data-tone={given === null ? "open" : given === round.right ? "right" : "wrong"}>
      <p className="predict-head-line">
        <strong>{head}</strong> {words.headline}
      </p>
      {isElsewhere && fault ? (
        <p>{fault.title}: that does not touch this request as it is made here.</p>
      ) : (
        words.detail !== "" && <p>{words.detail}</p>
      )}
      {!nothing && (
        <p className="predict-look">
          <span className="eyebrow">Where to look</span>
          {verdict.check ? <code>{verdict.check}</code> : <span>Not documented.</span>}
        </p>
      )}
      <button type="button" className="link-button" aria-haspopup="dialog" onClick={() => setWhy(true)}>
        Why?
      </button>
      <WhyDialog open={why} statement={words.headline} because={verdict.because} onClose={() => setWhy(false)} />
    </div>
  );
}
