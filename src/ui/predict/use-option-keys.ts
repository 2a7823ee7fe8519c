import { useEffect, useRef } from "react";
import { useSession } from "../app/session-context.ts";

/** Takes the option by its digit, while single-key shortcuts are on and nothing is being typed. */
export function useOptionKeys(count: number, take: (at: number) => void): void {
  const { store } = useSession();
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    if (count === 0) return;
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !store.getState().keysOn) return;
      if (event.target instanceof Element && event.target.closest("dialog[open], input, textarea, select")) return;
      const at = /^[1-9]$/.test(event.key) ? Number(event.key) - 1 : -1;
      if (at < 0 || at >= count) return;
      event.preventDefault();
      latest.current(at);
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [count, store]);
}
