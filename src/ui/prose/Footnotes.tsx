import type { MouseEvent, ReactNode } from "react";

/** The number of a footnote in the text. It leads to the footnote without an address of its own: that is the run's. */
export function FootnoteMark({ n }: { readonly n: number }) {
  return (
    <sup>
      <button type="button" className="prose-mark" data-mark={n} aria-label={`Footnote ${n}`} onClick={lead("note", n)}>
        {n}
      </button>
    </sup>
  );
}

/** What the footnotes say, at the end of a text. */
export function Footnotes({ footnotes }: { readonly footnotes: readonly ReactNode[] }) {
  return (
    <section className="prose-footnotes" aria-label="Footnotes">
      <ol>
        {footnotes.map((said, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a footnote is its number.
          <li key={i} data-note={i + 1} tabIndex={-1}>
            {said ?? <p>The chapter does not say it.</p>}
            <button
              type="button"
              className="prose-mark"
              aria-label={`Back to footnote ${i + 1} in the text`}
              onClick={lead("mark", i + 1)}
            >
              ↩
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

const lead = (to: "note" | "mark", n: number) => (event: MouseEvent<HTMLElement>) =>
  event.currentTarget.closest(".prose")?.querySelector<HTMLElement>(`[data-${to}="${n}"]`)?.focus();
