import { Copy, Download } from "lucide-react";
import { useDeferredValue, useMemo, useState } from "react";
import type { Trace } from "../../model/trace.ts";
import type { Playable } from "../../session/results.ts";
import { shareText, type TextForm, textForms } from "../../session/share-run.ts";
import { useSession } from "../app/session-context.ts";

const words: Readonly<Record<TextForm, { readonly label: string; readonly says: string }>> = {
  markdown: { label: "Markdown", says: "For a post-mortem: verdict, how to check, recovery, times and the diagram." },
  mermaid: { label: "Mermaid", says: "The diagram as it happened, for any page that draws Mermaid." },
  csv: { label: "CSV", says: "Every message with its times, for a spreadsheet." },
};

/** A field with a long text in it holds the page up: of such it has the beginning. */
const shownAtMost = 20_000;
const cut = "The field shows the beginning. Copy and Download take all of it.";

/** The run as text, to copy or to save. */
export function TextExport({
  playable,
  trace,
  address,
}: {
  readonly playable: Playable;
  readonly trace: Trace;
  readonly address: string | undefined;
}) {
  const { ports } = useSession();
  const [form, setForm] = useState<TextForm>("markdown");
  const [said, setSaid] = useState("");
  // Written once the dialog is there.
  const wanted = useDeferredValue<TextForm | undefined>(form, undefined);
  const text = useMemo(
    () => (wanted === undefined ? "" : shareText(wanted, playable, trace, address).content),
    [wanted, playable, trace, address],
  );
  const isCut = text.length > shownAtMost;
  const file = () => shareText(form, playable, trace, address);
  async function copy() {
    const done = await ports.clipboard.write(file().content);
    setSaid(done ? `${words[form].label} copied.` : "The browser did not allow copying; download it instead.");
  }
  return (
    <section className="share-section" aria-labelledby="share-text">
      <h3 className="eyebrow" id="share-text">
        Text
      </h3>
      <div className="share-row">
        <fieldset className="segmented" aria-label="Form">
          {textForms.map((one) => (
            <button key={one} type="button" aria-pressed={one === form} onClick={() => setForm(one)}>
              {words[one].label}
            </button>
          ))}
        </fieldset>
        <button type="button" className="button" onClick={() => void copy()}>
          <Copy size={14} aria-hidden /> Copy
        </button>
        <button type="button" className="button" onClick={() => ports.saver.save(file())}>
          <Download size={14} aria-hidden /> Download
        </button>
      </div>
      <p className="share-says">{words[form].says}</p>
      <textarea
        className="share-preview"
        aria-label="Preview"
        readOnly
        value={isCut ? `${text.slice(0, shownAtMost)}…\n\n${cut}` : text}
        rows={9}
      />
      <p className="share-says" role="status">
        {said}
      </p>
    </section>
  );
}
