import { Check, Copy } from "lucide-react";
import { useState } from "react";
import type { System } from "../../../model/chapter.ts";
import type { Verdict } from "../../../model/verdict.ts";
import { useSession } from "../../app/session-context.ts";
import { sayShare } from "../rail/say-share.ts";

/** How to check the failing layer, how it is repaired, and what was lost meanwhile. */
export function RepairCard({ system, verdict }: { readonly system: System; readonly verdict: Verdict }) {
  const fault = system.faults.find(({ id }) => id === verdict.fault);
  const layer = system.layers.find(({ id }) => id === verdict.layer);
  const named = (ids: readonly string[]): string =>
    ids.map((id) => system.faults.find((one) => one.id === id)?.title ?? id).join(", ");
  return (
    <section className="notes-section repair" data-outcome={verdict.outcome}>
      <p className="eyebrow">{layer?.name ?? "What to do"}</p>
      <h2 className="notes-title">{fault?.title ?? "A failure"}</h2>
      <dl className="notes-facts">
        <dt>User sees</dt>
        <dd>{verdict.userSees ?? "not documented"}</dd>
        {(verdict.outcome === "failed" || verdict.outcome === "partial") && (
          <>
            <dt>Status</dt>
            <dd>{verdict.status ?? "not documented"}</dd>
          </>
        )}
        {verdict.share !== undefined && (
          <>
            <dt>Touches</dt>
            <dd>{sayShare(verdict.share)}</dd>
          </>
        )}
      </dl>
      <h3 className="eyebrow">Check</h3>
      {verdict.check ? <Command text={verdict.check} /> : <p className="notes-none">Not documented.</p>}
      <h3 className="eyebrow">Recover</h3>
      <p className={verdict.recovery ? undefined : "notes-none"}>{verdict.recovery ?? "Not documented."}</p>
      {verdict.lost.length > 0 && (
        <>
          <h3 className="eyebrow">Lost meanwhile</h3>
          <ul className="repair-lost">
            {verdict.lost.map((text) => (
              <li key={text}>{text.replace(/\s*\n\s*/g, " ")}</li>
            ))}
          </ul>
        </>
      )}
      {verdict.notReached.length > 0 && (
        <p className="notes-none">On, but never reached: {named(verdict.notReached)}.</p>
      )}
      {verdict.notHere.length > 0 && <p className="notes-none">On, but not on this path: {named(verdict.notHere)}.</p>}
    </section>
  );
}

function Command({ text }: { readonly text: string }) {
  const { ports, actions } = useSession();
  const [copied, setCopied] = useState(false);
  async function copy() {
    if (!(await ports.clipboard.write(text))) return actions.tell("info", "The browser did not allow copying.");
    setCopied(true);
    ports.clock.after(1600, () => setCopied(false));
  }
  return (
    <div className="repair-command">
      <code>{text}</code>
      <button
        type="button"
        className="icon-button"
        aria-label={copied ? "Copied" : "Copy the command"}
        title="Copy the command"
        onClick={() => void copy()}
      >
        {copied ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
      </button>
    </div>
  );
}
