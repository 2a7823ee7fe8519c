import { useCallback } from "react";
import type { Chapter, System } from "../../../model/chapter.ts";
import type { Playhead } from "../../../model/playhead.ts";
import type { Scenario } from "../../../model/scenario.ts";
import type { Trace } from "../../../model/trace.ts";
import type { Track } from "../../../model/track.ts";
import type { Verdict } from "../../../model/verdict.ts";
import { usePlayhead } from "../../app/session-context.ts";
import { NotesOf } from "../../prose/NotesOf.tsx";
import { NotesPanel } from "./NotesPanel.tsx";

interface NotesHereProps {
  readonly scenario: Scenario;
  readonly system: System;
  readonly trace: Trace;
  readonly track: Track;
  readonly verdict: Verdict;
  readonly chapter: Chapter;
}

/** The notes of the hop where the playhead is. It alone renders anew when a hop is entered, not the walk around it. */
export function NotesHere({ scenario, system, trace, track, verdict, chapter }: NotesHereProps) {
  const n = usePlayhead(useCallback((at: Playhead) => track.steps[at.step]?.hop, [track]));
  const hop = scenario.hops.find((one) => one.n === n);
  return (
    <NotesOf at={chapter.file}>
      <NotesPanel
        scenario={scenario}
        system={system}
        trace={trace}
        verdict={verdict}
        chapter={chapter.notes}
        hop={hop}
      />
    </NotesOf>
  );
}
