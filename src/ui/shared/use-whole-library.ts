import { useEffect, useState } from "react";
import type { Opened } from "../../session/state.ts";
import { loadWholeLibrary, type WholeLibrary } from "../../session/whole-library.ts";
import { useSession } from "../app/session-context.ts";

export type LoadingLibrary =
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly message: string; readonly again: () => void }
  | { readonly kind: "ready"; readonly whole: WholeLibrary };

/** All chapters of the library that what is open belongs to. */
export function useWholeLibrary(opened: Extract<Opened, { kind: "open" }>): LoadingLibrary {
  const { ports } = useSession();
  const [loaded, setLoaded] = useState<LoadingLibrary>({ kind: "loading" });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is asked for by counting up.
  useEffect(() => {
    let gone = false;
    setLoaded({ kind: "loading" });
    loadWholeLibrary(opened, ports.shelf).then(
      (whole) => !gone && setLoaded({ kind: "ready", whole }),
      (error) =>
        !gone &&
        setLoaded({
          kind: "failed",
          message: error instanceof Error ? error.message : String(error),
          again: () => setAttempt((n) => n + 1),
        }),
    );
    return () => {
      gone = true;
    };
  }, [opened, ports.shelf, attempt]);
  return loaded;
}
