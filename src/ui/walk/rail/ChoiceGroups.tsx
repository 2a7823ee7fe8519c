import { useId } from "react";
import type { Choice } from "../../../model/choice.ts";
import type { BranchId, ChoiceId } from "../../../model/ids.ts";
import type { Decision } from "../../../model/trace.ts";
import type { Difference } from "../../../session/results.ts";
import { reverse, sayDifference } from "./say-difference.ts";
import "./choice-groups.css";

interface ChoiceGroupsProps {
  readonly choices: readonly Choice[];
  readonly chosen: Readonly<Record<ChoiceId, BranchId>>;
  readonly decisions: readonly Decision[];
  readonly differences: ReadonlyMap<ChoiceId, ReadonlyMap<BranchId, Difference>>;
  /** Whether a failure is on: the differences are those of this run, until its error if it fails. */
  readonly broken: boolean;
  readonly onChoose: (choice: ChoiceId, branch: BranchId) => void;
}

/** Warm or cold, hit or miss: each fork as a radio group named by its condition, with what it does to the total. */
export function ChoiceGroups({ choices, chosen, decisions, differences, broken, onChoose }: ChoiceGroupsProps) {
  const name = useId();
  const groups = choices.map((choice) => {
    const value = chosen[choice.id] ?? choice.default;
    const overruled = decisions.find((decision) => decision.choice === choice.id && decision.overruled !== undefined);
    return (
      <fieldset key={choice.id} className="choice">
        <legend className="choice-title">{choice.title}</legend>
        {choice.branches.map((branch) => {
          const of = differences.get(choice.id);
          const usual = value === choice.default ? undefined : of?.get(choice.default);
          // Before choosing: what it would change. After: what it has changed against the default.
          const difference = branch.id === value ? usual && reverse(usual) : of?.get(branch.id);
          const said = difference && sayDifference(difference);
          return (
            <label key={branch.id} className="choice-branch">
              <input
                type="radio"
                name={`${name}-${choice.id}`}
                checked={branch.id === value}
                onChange={() => onChoose(choice.id, branch.id)}
              />
              <span>{branch.text || branch.id}</span>
              {said && (
                <span className="choice-difference" data-tone={said.tone}>
                  {said.text}
                  {branch.id === value && ", chosen"}
                </span>
              )}
            </label>
          );
        })}
        {overruled && <p className="choice-note">A failure overrules this here.</p>}
      </fieldset>
    );
  });
  const untold = choices.length > 0 && differences.size === 0;
  return (
    <>
      {untold && <p className="choice-under">Too many choices to play each branch: no differences are shown.</p>}
      {groups}
      {broken && differences.size > 0 && <p className="choice-under">Differences under the failures that are on.</p>}
    </>
  );
}
