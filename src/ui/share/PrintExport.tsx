import { Printer } from "lucide-react";
import { useCallback, useState } from "react";
import type { Trace } from "../../model/trace.ts";
import type { Playable } from "../../session/results.ts";
import { shareSheet } from "../../session/share-run.ts";
import { ContactSheet } from "./ContactSheet.tsx";

type Sheet = Awaited<ReturnType<typeof shareSheet>>;

/** The run on paper, or as a PDF by the browser's own print dialog. */
export function PrintExport({
  playable,
  trace,
  address,
}: {
  readonly playable: Playable;
  readonly trace: Trace;
  readonly address: string | undefined;
}) {
  const [sheet, setSheet] = useState<Sheet>();
  const [said, setSaid] = useState("");
  const done = useCallback(() => setSheet(undefined), []);
  async function begin() {
    setSaid("");
    try {
      setSheet(await shareSheet(playable, trace));
    } catch {
      setSaid("The letters’ shapes did not load. Is the connection gone?");
    }
  }
  return (
    <section className="share-section" aria-labelledby="share-print">
      <h3 className="eyebrow" id="share-print">
        Paper and PDF
      </h3>
      <div className="share-row">
        <button type="button" className="button" disabled={sheet !== undefined} onClick={() => void begin()}>
          <Printer size={14} aria-hidden /> Print a contact sheet
        </button>
      </div>
      <p className="share-says">
        A frame per hop, with the verdict and the times. The print dialog saves it as PDF too.
      </p>
      <p className="share-says" role="status">
        {said}
      </p>
      {sheet && <ContactSheet sheet={sheet} address={address} onDone={done} />}
    </section>
  );
}
