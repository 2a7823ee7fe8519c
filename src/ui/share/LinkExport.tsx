import { Check, Copy, Download } from "lucide-react";
import { useState } from "react";
import { useSession, useSessionState } from "../app/session-context.ts";
import type { ShareLink } from "./use-share-link.ts";

/** The address of this very moment. A chapter that is nowhere online travels inside it. */
export function LinkExport({ link }: { readonly link: ShareLink }) {
  const { ports } = useSession();
  const files = useSessionState(({ opened }) => (opened.kind === "open" ? opened.files : undefined));
  const { address, advice, says = "It opens here, paused, with the same failures and choices." } = link;
  const [said, setSaid] = useState("");
  async function copy() {
    if (address === undefined) return;
    const done = await ports.clipboard.write(address);
    setSaid(done ? "Link copied." : "The browser did not allow copying; the field above holds the link.");
  }
  return (
    <section className="share-section" aria-labelledby="share-link">
      <h3 className="eyebrow" id="share-link">
        Link
      </h3>
      <div className="share-row">
        <input
          className="share-link"
          type="text"
          aria-label="Link to this moment"
          readOnly
          value={address ?? ""}
          onFocus={(event) => event.target.select()}
        />
        <button type="button" className="button" disabled={address === undefined} onClick={() => void copy()}>
          {said === "Link copied." ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />} Copy the link
        </button>
      </div>
      <p className="share-says">{address === undefined ? "" : says}</p>
      {advice && <p className="share-warns">{advice}</p>}
      {advice && (
        <div className="share-row">
          {(files?.length ?? 0) <= 3 &&
            files?.map(({ file, text }) => (
              <button
                key={file}
                type="button"
                className="button"
                onClick={() =>
                  ports.saver.save({ name: file.split("/").at(-1) ?? file, type: "text/markdown", content: text })
                }
              >
                <Download size={14} aria-hidden /> Save {file}
              </button>
            ))}
        </div>
      )}
      <p className="share-says" role="status">
        {said}
      </p>
    </section>
  );
}
