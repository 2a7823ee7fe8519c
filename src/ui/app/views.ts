import { type ComponentType, lazy } from "react";
import type { ViewName } from "../../session/state.ts";

interface View {
  readonly name: Exclude<ViewName, "library">;
  /** Its link in the header. */
  readonly label: string;
  readonly Component: ComponentType;
}

/** Every view of what is open, in the header's order; each comes when it is first shown. */
export const views: readonly View[] = [
  {
    name: "walk",
    label: "Walk",
    Component: lazy(async () => ({ default: (await import("../walk/WalkView.tsx")).WalkView })),
  },
];
