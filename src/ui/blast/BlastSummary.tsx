import { findWorst, sayTallyOf, type Tallied } from "../../session/blast-rows.ts";
import type { useBlast } from "./use-blast.ts";

type Blast = NonNullable<ReturnType<typeof useBlast>["blast"]>;

/** The two answers a team looks for first. */
export function BlastSummary({ blast }: { readonly blast: Blast }) {
  return (
    <dl className="blast-summary">
      <Answer term="Hurts most" items={blast.faults} />
      <Answer term="Most exposed" items={blast.scenarios} />
    </dl>
  );
}

function Answer({ term, items }: { readonly term: string; readonly items: readonly Tallied[] }) {
  const worst = findWorst(items);
  const [first] = worst;
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        {first ? (
          <>
            <strong>{worst.length > 3 ? `${worst.length} alike` : worst.map(({ title }) => title).join(", ")}</strong>{" "}
            <span>{sayTallyOf(first)}</span>
          </>
        ) : (
          "none"
        )}
      </dd>
    </div>
  );
}
