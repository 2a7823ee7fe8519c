import { Check, Copy, Download } from "lucide-react";
import { useEffect, useState } from "react";
import { type CarryingLink, carryingLink } from "../../session/carrying-link.ts";
import { useSession, useSessionState } from "../app/session-context.ts";

/** The address of this very moment. A chapter that is nowhere online travels inside it. */
export function LinkExport() {
  const { ports } = useSession();
  const opened = useSessionState((state) => state.opened);
  const address = ports.address.read();
  const [carrying, setCarrying] = useState<CarryingLink>();
  const [said, setSaid] = useState("");
  const carried =
    opened.kind === "open" && (opened.source.kind === "own" || opened.source.kind === "carried")
      ? { source: opened.source, files: opened.files }
      : undefined;
  const source = carried?.source;
  const files = carried?.files;
  useEffect(() => {
    let current = true;
    if (source && files)
      void carryingLink(address, source, files, ports.packer).then((made) => current && setCarrying(made));
    return () => {
      current = false;
    };
  }, [address, source, files, ports.packer]);
  const link = source ? carrying && ports.address.absolute(carrying.link) : ports.address.absolute(address);
  async function copy() {
    if (link === undefined) return;
    const done = await ports.clipboard.write(link);
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
          value={link ?? ""}
          onFocus={(event) => event.target.select()}
        />
        <button type="button" className="button" disabled={link === undefined} onClick={() => void copy()}>
          {said === "Link copied." ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />} Copy the link
        </button>
      </div>
      {source ? (
        <p className="share-says">{carrying?.says}</p>
      ) : (
        <p className="share-says">It opens here, paused, with the same failures and choices.</p>
      )}
      {carrying?.advice && <p className="share-warns">{carrying.advice}</p>}
      {carrying?.advice && (
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
