import { Check, Link2 } from "lucide-react";
import { useState } from "react";
import type { Opened } from "../../session/state.ts";
import { useSession } from "../app/session-context.ts";

/** Copies the address of this moment. A chapter that only this browser has travels inside the link. */
export function CopyLink() {
  const { store, ports, actions } = useSession();
  const [copied, setCopied] = useState(false);
  async function copy() {
    const { opened } = store.getState();
    const { link, says, advice } = await linkTo(opened);
    const done = await ports.clipboard.write(ports.address.absolute(link));
    if (!done) return actions.tell("info", "The browser did not allow copying. Share shows the link.");
    if (says) actions.tell("info", ["The link is copied.", says, advice].filter(Boolean).join(" "));
    setCopied(true);
    ports.clock.after(1600, () => setCopied(false));
  }
  async function linkTo(
    opened: Opened,
  ): Promise<{ readonly link: string; readonly says?: string; readonly advice?: string }> {
    const address = ports.address.read();
    // What a server has is found by its address; only other chapters have to be packed.
    if (opened.kind !== "open" || (opened.source.kind !== "own" && opened.source.kind !== "carried")) {
      return { link: address };
    }
    const { carryingLink } = await import("../../session/carrying-link.ts");
    return carryingLink(address, opened.source, opened.files, ports.packer);
  }
  return (
    <button type="button" className="button header-copy" onClick={() => void copy()}>
      {copied ? <Check size={14} aria-hidden /> : <Link2 size={14} aria-hidden />}
      <span className="header-copy-text">{copied ? "Copied" : "Copy link"}</span>
      <span className="visually-hidden" role="status">
        {copied ? "The link to this moment is copied." : ""}
      </span>
    </button>
  );
}
