import { useState } from "react";
import type { Changes } from "../../../session/sample-medians.ts";

/** Changes with their medians, and of which changes they are. */
export interface Medians {
  readonly of: Changes["differences"];
  readonly drawn: Changes;
}

/** What choices and sides change, with medians from the moment on when they are drawn. */
export function useMedians(changes: Changes) {
  const [medians, onDrawn] = useState<Medians>();
  return { ...(medians?.of === changes.differences ? medians.drawn : changes), onDrawn };
}
