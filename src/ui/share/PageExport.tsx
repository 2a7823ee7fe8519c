import { Download } from "lucide-react";
import type { Trace } from "../../model/trace.ts";
import type { Playable } from "../../session/results.ts";
import { useSession, useSessionState } from "../app/session-context.ts";
import { useWork } from "./use-work.ts";
import { WorkSays } from "./WorkSays.tsx";

/** The run as one file that plays without a network. */
export function PageExport({
  playable,
  trace,
  address,
}: {
  readonly playable: Playable;
  readonly trace: Trace;
  readonly address: string | undefined;
}) {
  const { ports } = useSession();
  const spacing = useSessionState((state) => state.spacing);
  const work = useWork();
  async function save() {
    const { scenario, system } = playable;
    // Who opens the file begins at the run's beginning, wherever the playhead stood here.
    const options = { spacing, ...(address === undefined ? {} : { address }) };
    const content = await work.wait(ports.drawing.draw("drawPage", { scenario, system, trace }, options));
    if (content !== undefined) ports.saver.save({ name: `${scenario.id}.html`, type: "text/html", content });
  }
  return (
    <section className="share-section" aria-labelledby="share-page">
      <h3 className="eyebrow" id="share-page">
        Page that plays offline
      </h3>
      <div className="share-row">
        <button type="button" className="button" onClick={() => void save()}>
          <Download size={14} aria-hidden /> HTML
        </button>
      </div>
      <p className="share-says">
        One file: it steps through this run in any browser and asks for nothing on the network.
      </p>
      <WorkSays work={work} />
    </section>
  );
}
