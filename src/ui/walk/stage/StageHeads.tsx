import { Database, Inbox, Layers2, User } from "lucide-react";
import type { ParticipantKey } from "../../../model/ids.ts";
import type { ParticipantShape } from "../../../model/participant.ts";
import type { HeadState } from "../../../scene/head-states.ts";
import type { Lanes } from "../../../scene/layout-lanes.ts";

interface StageHeadsProps {
  readonly lanes: Lanes;
  readonly states: ReadonlyMap<ParticipantKey, HeadState>;
  readonly scaled: boolean;
}

const said: Readonly<Record<HeadState, string>> = {
  well: "",
  hurt: "slower",
  broken: "broken",
  unreached: "not reached",
};

/** The participants' heads: always in view, moved sideways with the lifelines. */
export function StageHeads({ lanes, states, scaled }: StageHeadsProps) {
  const top = lanes.boxHeight + 10;
  return (
    <div
      className="stage-heads"
      aria-hidden="true"
      data-scaled={scaled || undefined}
      style={{ height: top + lanes.headHeight + 9, width: lanes.width }}
    >
      {lanes.boxes.map((box) => {
        const from = lanes.lanes[box.from];
        const to = lanes.lanes[box.to];
        if (!from || !to) return null;
        const left = from.x - from.headWidth / 2 - 4;
        return (
          <div
            className="stage-box"
            key={`${box.title}-${box.from}`}
            style={{ left, width: to.x + to.headWidth / 2 + 4 - left, height: top + lanes.headHeight + 1 }}
          >
            {box.title}
          </div>
        );
      })}
      {lanes.lanes.map((lane) => {
        const { participant } = lane;
        const state = states.get(participant.key) ?? "well";
        const words = participant.label.replace(/\s*\n\s*/gu, " ");
        return (
          <div
            className="stage-head"
            key={participant.key}
            data-key={participant.key}
            data-health={state}
            title={said[state] === "" ? words : `${words}: ${said[state]}`}
            style={{ left: lane.x - lane.headWidth / 2, top, width: lane.headWidth, height: lanes.headHeight }}
          >
            {state === "broken" && <Crack />}
            {lane.marked && <ShapeMark shape={participant.shape} />}
            <span className="stage-head-text">
              {lane.headLines.map((line, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines of one label, never reordered
                <span className="stage-head-line" key={index}>
                  {line}
                </span>
              ))}
              {lane.headDetail !== undefined && (
                <span className="stage-head-line stage-head-detail">{lane.headDetail}</span>
              )}
            </span>
          </div>
        );
      })}
    </div>
  );
}

/** A head that broke is seen to be cracked, not only red. */
function Crack() {
  return (
    <svg
      className="stage-crack"
      width="12"
      height="100%"
      viewBox="0 0 12 30"
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path d="M7 0L3 8L8 13L4 20L7 30" />
    </svg>
  );
}

function ShapeMark({ shape }: { readonly shape: ParticipantShape }) {
  const size = { size: 12, strokeWidth: 2.2, className: "stage-shape" };
  switch (shape) {
    case "actor":
      return <User {...size} />;
    case "database":
      return <Database {...size} />;
    case "queue":
      return <Inbox {...size} />;
    case "collections":
      return <Layers2 {...size} />;
    case "boundary":
    case "control":
    case "entity":
    case "participant":
      return null;
  }
}
