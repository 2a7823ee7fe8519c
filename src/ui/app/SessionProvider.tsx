import { type ReactNode, useEffect, useMemo, useState } from "react";
import type { MeasureText } from "../../scene/measure-text.ts";
import type { Session } from "../../session/create-session.ts";
import { MeasureContext, SessionContext } from "./session-context.ts";

interface SessionProviderProps {
  readonly session: Session;
  readonly createMeasure: () => MeasureText;
  readonly children: ReactNode;
}

/** Gives a session to everything inside. When the fonts have arrived, texts are measured anew. */
export function SessionProvider({ session, createMeasure, children }: SessionProviderProps) {
  const [fonts, setFonts] = useState(0);
  useEffect(() => {
    let gone = false;
    if (!document.fonts || document.fonts.status === "loaded") return;
    document.fonts.ready.then(() => !gone && setFonts(1));
    return () => {
      gone = true;
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other fonts ask for another measure.
  const measure = useMemo(createMeasure, [createMeasure, fonts]);
  return (
    <SessionContext value={session}>
      <MeasureContext value={measure}>{children}</MeasureContext>
    </SessionContext>
  );
}
