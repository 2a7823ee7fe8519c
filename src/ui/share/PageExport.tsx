import { Download } from "lucide-react";
import { useState } from "react";
import type { Trace } from "../../model/trace.ts";
import type { Playable } from "../../session/results.ts";
import { sharePage } from "../../session/share-run.ts";
import { useSession, useSessionState } from "../app/session-context.ts";

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
  const { ports, playhead, results } = useSession();
  const spacing = useSessionState((state) => state.spacing);
  const [said, setSaid] = useState("");
  async function save() {
    const at = results.track(trace).steps[playhead.get().step]?.index;
    try {
      ports.saver.save(
        await sharePage(playable, trace, {
          spacing,
          ...(address === undefined ? {} : { address }),
          ...(at === undefined ? {} : { at }),
        }),
      );
      setSaid("");
    } catch {
      setSaid("The letters’ shapes did not load. Is the connection gone?");
    }
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
      <p className="share-says" role="status">
        {said}
      </p>
    </section>
  );
}
