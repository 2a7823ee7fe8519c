import { keyBindings } from "../../session/keys.ts";
import { useSession, useSessionState } from "../app/session-context.ts";
import { Dialog } from "../shared/Dialog.tsx";
import "./help-sheet.css";

const groups = ["Play", "Break", "Look"] as const;

/** All shortcuts, from the table that the handler reads too, and the switch that turns single keys off. */
export function HelpSheet({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { actions } = useSession();
  const keysOn = useSessionState((state) => state.keysOn);
  return (
    <Dialog open={open} title="Keyboard shortcuts" onClose={onClose}>
      <div className="help-groups">
        {groups.map((group) => (
          <section key={group} className="help-group">
            <h3 className="eyebrow">{group}</h3>
            <dl>
              {keyBindings
                .filter((binding) => binding.group === group)
                .map((binding) => (
                  <div key={binding.shown.join("+")} className="help-row">
                    <dt>{binding.does}</dt>
                    <dd>
                      {binding.shown.map((key) =>
                        key === "–" ? <span key={key}>–</span> : <kbd key={key}>{key}</kbd>,
                      )}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
      <p className="help-switch">
        <button
          type="button"
          role="switch"
          className="switch"
          aria-checked={keysOn}
          aria-labelledby="help-keys"
          onClick={() => actions.setKeys(!keysOn)}
        />
        <span id="help-keys">Single-key shortcuts</span>
        <span className="help-hint">Off, only those with Ctrl work. A focused control keeps its own keys.</span>
      </p>
    </Dialog>
  );
}
