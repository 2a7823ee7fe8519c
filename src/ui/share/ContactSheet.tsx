import { memo, useEffect, useRef, useState } from "react";
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
/** So many pictures are decoded at a time: between, the page has its turn. */
const atOnce = 4;

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
  const count = sheet.frames.length + 1;
  const [shown, setShown] = useState(atOnce);
  useEffect(() => {
    const page = ref.current?.ownerDocument.defaultView;
    page?.addEventListener("afterprint", onDone, { once: true });
    return () => page?.removeEventListener("afterprint", onDone);
  }, [onDone]);
  useEffect(() => {
    const page = ref.current?.ownerDocument.defaultView;
    if (!ref.current || !page) return;
    let here = true;
    const pictures = [...ref.current.querySelectorAll("img")].slice(shown - atOnce, shown);
    Promise.allSettled(pictures.map((picture) => picture.decode())).then(() => {
      if (!here) return;
      if (shown < count) setShown(shown + atOnce);
      else page.print();
    });
    return () => {
      here = false;
    };
  }, [shown, count]);

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
        {sheet.frames.map((frame, at) => (
          <Frame key={frame.n} frame={frame} shown={at < shown} />
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
          src={shown >= count ? addressOf(sheet.waterfall.svg) : undefined}
          width={sheet.waterfall.width}
          height={sheet.waterfall.height}
        />
      </section>
      <footer className="sheet-foot">The times are those the chapter states; none was measured.</footer>
    </div>,
    document.body,
  );
}

const Frame = memo(({ frame, shown }: { readonly frame: Sheet["frames"][number]; readonly shown: boolean }) => {
  const { n, title, tone, says, notes, picture } = frame;
  return (
    <figure className="sheet-frame" data-tone={tone} data-wide={picture.width > wideFrom ? "true" : undefined}>
      <img
        alt={`Hop ${n}, ${title}`}
        src={shown ? addressOf(picture.svg) : undefined}
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
  );
});

function addressOf(svg: string): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}
