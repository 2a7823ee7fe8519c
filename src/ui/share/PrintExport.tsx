import { Printer } from "lucide-react";
import { useCallback, useState } from "react";
import type { Trace } from "../../model/trace.ts";
import type { Drawn } from "../../session/ports/drawing.ts";
import type { Playable } from "../../session/results.ts";
import { useSession } from "../app/session-context.ts";
import { ContactSheet } from "./ContactSheet.tsx";
import { useWork } from "./use-work.ts";
import { WorkSays } from "./WorkSays.tsx";

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
  const { drawing } = useSession().ports;
  const [sheet, setSheet] = useState<Drawn<"drawSheet">>();
  const work = useWork();
  const done = useCallback(() => setSheet(undefined), []);
  async function begin() {
    const { scenario, system } = playable;
    setSheet(await work.wait(drawing.draw("drawSheet", { scenario, system, trace })));
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
      <WorkSays work={work} />
      {sheet && <ContactSheet sheet={sheet} address={address} onDone={done} />}
    </section>
  );
}
