import { branchWord } from "../../../model/branch-word.ts";
import type { BranchId, ChoiceId } from "../../../model/ids.ts";
import type { StageLayout, Untaken } from "../../../scene/stage-layout.ts";

interface StageUntakenProps {
  readonly layout: StageLayout;
  readonly top: number;
  readonly bottom: number;
  readonly onChoose: (choice: ChoiceId, branch: BranchId) => void;
}

/** Branches that were not taken, a thin line each; choosing one is a click. */
export function StageUntaken({ layout, top, bottom, onChoose }: StageUntakenProps) {
  return (
    <>
      {layout.untaken
        .filter((one) => one.y + one.height >= top && one.y <= bottom)
        .map((one) => {
          const place = { left: one.x, top: one.y, height: one.height };
          const { choice } = one;
          if (choice === undefined)
            return (
              <div className="stage-untaken" key={one.key} style={place}>
                <Words one={one} />
              </div>
            );
          return (
            <button
              type="button"
              className="stage-untaken"
              key={one.key}
              style={place}
              title="Take this branch"
              onClick={() => onChoose(choice, one.branch)}
            >
              <Words one={one} />
            </button>
          );
        })}
    </>
  );
}

function Words({ one }: { readonly one: Untaken }) {
  return (
    <>
      <span className="stage-untaken-word">{branchWord(one.type)}</span>
      <span className="stage-untaken-text">{one.text}</span>
      <span className="stage-untaken-note">not taken</span>
    </>
  );
}
