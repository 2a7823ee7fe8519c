import { ChevronDown } from "lucide-react";
import { useMemo } from "react";
import { listScenarios } from "../../session/list-scenarios.ts";
import type { Playable } from "../../session/results.ts";
import type { ViewName } from "../../session/state.ts";
import { useSession, useSessionState } from "../app/session-context.ts";
import "./scenario-picker.css";

interface ScenarioPickerProps {
  readonly playable: Playable;
  /** Where the picked one is shown. */
  readonly view: ViewName;
  readonly onPick?: () => void;
}

/** The scenario's title; where its library has others, the way to them. */
export function ScenarioPicker({ playable, view, onPick }: ScenarioPickerProps) {
  const { actions, ports } = useSession();
  const opened = useSessionState((state) => state.opened);
  const { cards } = ports.shelf;
  const all = useMemo(() => listScenarios(opened, cards), [opened, cards]);
  const { chapter, scenario } = playable;
  if (all.length < 2) return <span className="scenario-title-alone">{scenario.title}</span>;

  function go(at: number) {
    const to = all[at];
    if (!to) return;
    onPick?.();
    if (to.shipped) void actions.open({ kind: "shipped", chapter: to.chapter }, to.scenario, view);
    else actions.pickScenario(to.scenario, view);
  }

  return (
    <span className="scenario-picker">
      <select
        aria-label="Scenario"
        value={all.findIndex((one) => one.chapter === chapter.id && one.scenario === scenario.id)}
        onChange={(event) => go(Number(event.target.value))}
      >
        {all.map(({ chapter: of, scenario: id, title }, at) => (
          <option key={`${of}/${id}`} value={at}>
            {title}
          </option>
        ))}
      </select>
      <ChevronDown size={14} aria-hidden />
    </span>
  );
}
