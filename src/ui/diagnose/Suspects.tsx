import { Check, Minus, X } from "lucide-react";
import { memo } from "react";
import { describeRun, linkToRun } from "../../session/describe-run.ts";
import type { Diagnosis, Fit } from "../../session/diagnose.ts";
import { encodeLink } from "../../session/link/encode-link.ts";
import type { Titles } from "../../session/say-diagnosis.ts";
import type { Source } from "../../session/state.ts";
import type { WholeLibrary } from "../../session/whole-library.ts";
import { useSession } from "../app/session-context.ts";
import { onPlainClick } from "../shared/on-plain-click.ts";
import { useGrowing } from "../shared/use-growing.ts";

interface SuspectsProps {
  readonly diagnosis: Diagnosis;
  readonly whole: WholeLibrary;
  readonly source: Source;
  readonly titles: Titles;
}

/** A suspect has a bar and a few lines: so many are laid out within a third of a frame. */
const suspectsAFrame = 4;

const fits = { explains: [Check, "fits"], allows: [Minus, "possible"], contradicts: [X, "does not fit"] } as const;

/** The suspects, most likely first: a bar, and for each observation whether it fits and why. */
export const Suspects = memo(function Suspects({ diagnosis, whole, source, titles }: SuspectsProps) {
  const suspects = useGrowing(diagnosis.suspects, suspectsAFrame);
  return (
    <>
      <ol className="diagnose-suspects" aria-busy={suspects.length < diagnosis.suspects.length}>
        {suspects.map((suspect) => (
          <li key={suspect.faults.join()}>
            <h3>{titles.faults(suspect.faults)}</h3>
            <span className="diagnose-score">{Math.round(suspect.score * 100)} %</span>
            <meter
              className="diagnose-bar"
              min={0}
              max={1}
              value={suspect.score}
              aria-label={`Share of ${titles.faults(suspect.faults)}`}
            />
            <ul>
              {suspect.because.map(({ fit, text, file, line }, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: one reason for each observation, in their order.
                <li key={at} data-fit={fit}>
                  <FitMark fit={fit} />
                  <span>
                    {text}{" "}
                    <small>
                      {file}:{line}
                    </small>
                  </span>
                </li>
              ))}
            </ul>
            <PlayIt faults={suspect.faults} diagnosis={diagnosis} whole={whole} source={source} />
          </li>
        ))}
      </ol>
      {diagnosis.ruledOut.length > 0 && (
        <details className="diagnose-out">
          <summary>{diagnosis.ruledOut.length} do not fit</summary>
          <ul>
            {diagnosis.ruledOut.map(({ faults, because }) => (
              <li key={faults.join()}>
                <strong>{titles.faults(faults)}</strong>{" "}
                {because.find(({ fit }) => fit === "contradicts")?.text ?? "It explains none of it."}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
});

function FitMark({ fit }: { readonly fit: Fit }) {
  const [Icon, word] = fits[fit];
  return (
    <span className="diagnose-fit">
      <Icon size={13} strokeWidth={2.6} aria-hidden /> {word}
    </span>
  );
}

/** The suspect's run in the first scenario where something was seen. */
function PlayIt({
  faults,
  diagnosis,
  whole,
  source,
}: Omit<SuspectsProps, "titles"> & { readonly faults: readonly string[] }) {
  const { actions } = useSession();
  const seen = diagnosis.observations.find((each) => each.kind === "seen");
  const entry = whole.entries.find(({ scenario }) => seen?.kind === "seen" && scenario.id === seen.scenario);
  if (!entry) return null;
  const href = encodeLink(linkToRun(source, entry.chapter.id, entry.scenario.id, faults));
  return (
    <a
      className="diagnose-play"
      href={href}
      onClick={onPlainClick(() => {
        const { at } = describeRun(entry.scenario, whole.system, faults);
        return actions.openLink(linkToRun(source, entry.chapter.id, entry.scenario.id, faults, at));
      })}
    >
      Play its run
    </a>
  );
}
