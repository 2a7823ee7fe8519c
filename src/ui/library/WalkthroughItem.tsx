import { encodeLink } from "../../session/link/encode-link.ts";
import { emptyLink } from "../../session/link/link.ts";
import type { ChapterCard } from "../../session/ports/shelf.ts";
import { useSession } from "../app/session-context.ts";
import { onPlainClick } from "../shared/on-plain-click.ts";

/** An incident review in the list: what it tells, and in how many moments. */
export function WalkthroughItem({ chapter }: { readonly chapter: ChapterCard }) {
  const { actions } = useSession();
  const link = { ...emptyLink, chapter: chapter.id };
  return (
    <li className="scenario">
      <div className="scenario-head">
        <h3 className="scenario-title">
          <a
            className="scenario-link"
            href={encodeLink(link)}
            onClick={onPlainClick(() => actions.open({ kind: "shipped", chapter: chapter.id }))}
          >
            {chapter.title}
          </a>
        </h3>
        {chapter.summary && <p>{chapter.summary}</p>}
      </div>
      <dl className="scenario-facts">
        <div>
          <dt>Walkthrough</dt>
          <dd>{chapter.moments === 1 ? "1 moment" : `${chapter.moments} moments`}</dd>
        </div>
      </dl>
    </li>
  );
}
