import { Copy } from "lucide-react";
import type { Look } from "../../session/diagnose.ts";
import { sayLook, saySplit, type Titles } from "../../session/say-diagnosis.ts";
import { useSession } from "../app/session-context.ts";

interface NextLookProps {
  readonly looks: readonly Look[];
  readonly titles: Titles;
  readonly onAdd: (subject: string, what: string) => void;
}

/** What to look at next, and a button for each thing it may show, which records it. */
export function NextLook({ looks, titles, onAdd }: NextLookProps) {
  if (looks.length === 0) return null;
  return (
    <div className="diagnose-next">
      <h2 className="eyebrow">Next best look</h2>
      {looks.map((look, at) => (
        <section key={look.kind}>
          <p className="diagnose-look">
            {at > 0 && "Or: "}
            {sayLook(look, titles)}
          </p>
          {look.command !== undefined && <Command text={look.command} />}
          <ul className="diagnose-splits">
            {look.splits.map((split) => (
              <li key={split.result}>
                <button
                  type="button"
                  className="button"
                  onClick={() => onAdd(look.scenario ?? `check ${look.fault ?? ""}`, split.result)}
                >
                  {split.result}
                </button>
                <span>{saySplit(split, titles)}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** The chapter's own way to check a failure, ready to be pasted into a shell. */
function Command({ text }: { readonly text: string }) {
  const { ports, actions } = useSession();
  async function copy(): Promise<void> {
    const done = await ports.clipboard.write(text);
    actions.tell("info", done ? "The command is copied." : "The browser did not allow copying.");
  }
  return (
    <div className="diagnose-command">
      <code>{text}</code>
      <button type="button" className="icon-button" aria-label="Copy the command" onClick={() => void copy()}>
        <Copy size={14} aria-hidden />
      </button>
    </div>
  );
}
