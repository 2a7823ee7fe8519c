import { useEffect, useRef } from "react";
import { createPortal } from "react-dom";
import type { Drawn } from "../../session/ports/drawing.ts";
import "./contact-sheet.css";

type Sheet = Drawn<"drawSheet">;

const outcomeWords = { ok: "Ok", slow: "Slow", degraded: "Degraded", partial: "Partly failed", failed: "Failed" };
const toneWords = { travels: "", slow: "slow", failed: "broke here", quiet: "" };
/** A frame of more than this, px, has the paper's whole width. */
const wideFrom = 480;
/** A longer address (characters) carries its chapter: nobody types it, and a PDF only has to lead there. */
const readableLink = 400;

/**
 * A run on paper. It stands beside the app, unseen on the screen, and while it is there it alone is printed. Once its
 * pictures are decoded it asks for the print dialog, and `onDone` is called when that is closed.
 */
export function ContactSheet({
  sheet,
  address,
  onDone,
}: {
  readonly sheet: Sheet;
  readonly address: string | undefined;
  readonly onDone: () => void;
}) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const page = ref.current?.ownerDocument.defaultView;
    if (!ref.current || !page) return;
    let here = true;
    page.addEventListener("afterprint", onDone, { once: true });
    const pictures = [...ref.current.querySelectorAll("img")];
    Promise.allSettled(pictures.map((picture) => picture.decode())).then(() => here && page.print());
    return () => {
      here = false;
      page.removeEventListener("afterprint", onDone);
    };
  }, [onDone]);

  return createPortal(
    <div className="sheet" ref={ref} data-outcome={sheet.outcome}>
      <header className="sheet-head">
        <h1>{sheet.title}</h1>
        <p className="sheet-verdict">
          <strong className="sheet-outcome">{outcomeWords[sheet.outcome]}</strong> <span>{sheet.headline}</span>
        </p>
        {sheet.detail !== "" && <p className="sheet-detail">{sheet.detail}</p>}
        <dl className="sheet-facts">
          {sheet.facts.map(([what, words]) => (
            <div key={what}>
              <dt>{what}</dt>
              <dd>{words}</dd>
            </div>
          ))}
          {address !== undefined && (
            <div>
              <dt>Play it again</dt>
              <dd className="sheet-link">
                <a href={address}>{address.length > readableLink ? "This run in Hopwise" : address}</a>
              </dd>
            </div>
          )}
        </dl>
      </header>
      <div className="sheet-frames">
        {sheet.frames.map(({ n, title, tone, says, notes, picture }) => (
          <figure
            key={n}
            className="sheet-frame"
            data-tone={tone}
            data-wide={picture.width > wideFrom ? "true" : undefined}
          >
            <img
              alt={`Hop ${n}, ${title}`}
              src={addressOf(picture.svg)}
              width={picture.width}
              height={picture.height}
            />
            <figcaption>
              <p className="sheet-says">
                <b>Hop {n}</b> {[toneWords[tone], says].filter(Boolean).join(": ")}
              </p>
              {notes !== "" && <p className="sheet-notes">{notes}</p>}
            </figcaption>
          </figure>
        ))}
      </div>
      {sheet.wayBack.length > 0 && (
        <section className="sheet-back">
          <h2>The failure travels back</h2>
          <ol>
            {sheet.wayBack.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </section>
      )}
      <section className="sheet-time">
        <h2>Where the time went</h2>
        <img
          alt="The time of each hop"
          src={addressOf(sheet.waterfall.svg)}
          width={sheet.waterfall.width}
          height={sheet.waterfall.height}
        />
      </section>
      <footer className="sheet-foot">The times are those the chapter states; none was measured.</footer>
    </div>,
    document.body,
  );
}

function addressOf(svg: string): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}
