import { useCallback, useSyncExternalStore } from "react";

/** Below this width (CSS px) rail, notes and waterfall are sheets. Also what 200 % zoom on a laptop comes to. */
export const narrow = "(max-width: 859px)";

/** True while the media query holds. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    useCallback(
      (changed) => {
        const list = window.matchMedia(query);
        list.addEventListener("change", changed);
        return () => list.removeEventListener("change", changed);
      },
      [query],
    ),
    () => window.matchMedia(query).matches,
  );
}
