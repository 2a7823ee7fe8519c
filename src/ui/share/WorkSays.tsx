import type { Work } from "./use-work.ts";

/** What there is to say of a drawing under way, with the way to stop it; else `said`. */
export function WorkSays({
  work: { long, share, failed, stop },
  said = "",
}: {
  readonly work: Work;
  readonly said?: string;
}) {
  return (
    <p className="share-says" role="status">
      {long && (
        <>
          Drawing… {/* Not read out with each step. */}
          {share > 0 && <span aria-hidden="true">{Math.round(share * 100)} % </span>}
          <button type="button" className="link-button" onClick={stop}>
            Stop
          </button>
        </>
      )}
      {!long && (failed ? "The letters’ shapes did not load. Is the connection gone?" : said)}
    </p>
  );
}
