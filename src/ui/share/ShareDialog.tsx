import { useSession, useSessionState } from "../app/session-context.ts";
import { Dialog } from "../shared/Dialog.tsx";
import { LinkExport } from "./LinkExport.tsx";
import { MomentsExport } from "./MomentsExport.tsx";
import { PageExport } from "./PageExport.tsx";
import { PictureExport } from "./PictureExport.tsx";
import { PrintExport } from "./PrintExport.tsx";
import { TextExport } from "./TextExport.tsx";
import { useShareLink } from "./use-share-link.ts";
import "./share.css";

/** What this run can be taken away as; each way is a section of its own. */
export function ShareDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { results } = useSession();
  const playable = useSessionState(results.playable);
  const run = useSessionState((state) => state.run);
  const link = useShareLink();
  if (!playable) return null;
  const trace = results.trace(playable, run);
  return (
    <Dialog open={open} title="Share this run" onClose={onClose}>
      <div className="share">
        <LinkExport link={link} />
        <TextExport playable={playable} trace={trace} address={link.address} />
        <PictureExport playable={playable} trace={trace} />
        <PageExport playable={playable} trace={trace} address={link.address} />
        <MomentsExport onClose={onClose} />
        <PrintExport playable={playable} trace={trace} address={link.address} />
      </div>
    </Dialog>
  );
}
