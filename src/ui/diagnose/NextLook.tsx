import { Copy } from "lucide-react";
import type { Look } from "../../session/diagnose.ts";
import { sayLook, type Titles } from "../../session/say-diagnosis.ts";
import { useSession } from "../app/session-context.ts";

interface NextLookProps {
  readonly look: Look | undefined;
  readonly titles: Titles;
  readonly onAdd: (subject: string, what: string) => void;
}

/** What to look at next, and a button for each thing it may show, which records it. */
export function NextLook({ look, titles, onAdd }: NextLookProps) {
  const { ports, actions } = useSession();
  if (!look) return null;
  const { command } = look;
  const subject = look.kind === "scenario" ? (look.scenario ?? "") : `check ${look.fault ?? ""}`;
  async function copy(): Promise<void> {
    const done = await ports.clipboard.write(command ?? "");
    actions.tell("info", done ? "The command is copied." : "The browser did not allow copying.");
  }
  return (
    <div className="diagnose-next">
      <h2 className="eyebrow">Next best look</h2>
      <p className="diagnose-look">{sayLook(look, titles)}</p>
      {command !== undefined && (
        <div className="diagnose-command">
          <code>{command}</code>
          <button type="button" className="icon-button" aria-label="Copy the command" onClick={() => void copy()}>
            <Copy size={14} aria-hidden />
          </button>
        </div>
      )}
      <ul className="diagnose-splits">
        {look.splits.map(({ result, suspects }) => (
          <li key={result}>
            <button type="button" className="button" onClick={() => onAdd(subject, result)}>
              {result}
            </button>
            <span>{suspects.map(({ faults }) => titles.faults(faults)).join(", ")}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
