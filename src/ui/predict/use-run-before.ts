import { useLayoutEffect, useRef } from "react";
import { useSession } from "../app/session-context.ts";

/**
 * Questions play runs of their own. Who leaves them finds the run that was there before, and where it stood, unless a
 * link or a new chapter has brought another. What is given back lets the question's run stay.
 */
export function useRunBefore(): () => void {
  const { store, playhead, actions } = useSession();
  const stays = useRef(false);
  // Before the stage's own effects, which play the first question.
  useLayoutEffect(() => {
    const { scenario, run, past, future } = store.getState();
    const at = playhead.get();
    return () => {
      const now = store.getState();
      // What questions switch is on top of what could be undone; whatever else brings a run begins that anew.
      if (stays.current || now.scenario !== scenario || now.past.length <= past.length) return;
      actions.pause();
      actions.giveBack({ run, past, future });
      playhead.set(at);
    };
  }, [store, playhead, actions]);
  return () => {
    stays.current = true;
  };
}
