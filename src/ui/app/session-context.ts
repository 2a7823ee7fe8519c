import { createContext, useCallback, useContext, useSyncExternalStore } from "react";
import { useStore } from "zustand";
import type { Playhead } from "../../model/playhead.ts";
import type { MeasureText } from "../../scene/measure-text.ts";
import type { Session } from "../../session/create-session.ts";
import type { SessionState } from "../../session/state.ts";

export const SessionContext = createContext<Session | undefined>(undefined);

export const MeasureContext = createContext<MeasureText>((text) => text.length * 7);

/** Measures text in the fonts that are there now. */
export function useMeasure(): MeasureText {
  return useContext(MeasureContext);
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("a view stands outside of its session");
  return session;
}

/** Re-renders when the selected part of the state changes. */
export function useSessionState<Selected>(select: (state: SessionState) => Selected): Selected {
  return useStore(useSession().store, select);
}

/** Re-renders only when what is read off the playhead changes, not with every frame. `read` gives a primitive. */
export function usePlayhead<Read extends string | number | boolean | undefined>(read: (at: Playhead) => Read): Read {
  const { playhead } = useSession();
  return useSyncExternalStore(
    playhead.subscribe,
    useCallback(() => read(playhead.get()), [playhead, read]),
  );
}
