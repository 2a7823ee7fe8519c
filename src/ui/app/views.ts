import { type ComponentType, lazy } from "react";
import type { ViewName } from "../../session/state.ts";
import { WalkView } from "../walk/WalkView.tsx";

interface View {
  readonly name: Exclude<ViewName, "library">;
  /** Its link in the header. */
  readonly label: string;
  readonly Component: ComponentType;
}

/** Every view of what is open, in the header's order; all but the first come when they are first shown. */
export const views: readonly View[] = [
  {
    name: "walk",
    label: "Walk",
    // The main screen is what the page is weighed by: it comes with the page, and other views share its parts.
    Component: WalkView,
  },
  {
    name: "blast",
    label: "Blast radius",
    Component: lazy(async () => ({ default: (await import("../blast/BlastView.tsx")).BlastView })),
  },
  {
    name: "diagnose",
    label: "Diagnose",
    Component: lazy(async () => ({ default: (await import("../diagnose/DiagnoseView.tsx")).DiagnoseView })),
  },
  {
    name: "predict",
    label: "Predict",
    Component: lazy(async () => ({ default: (await import("../predict/PredictView.tsx")).PredictView })),
  },
  {
    name: "write",
    label: "Write",
    Component: lazy(async () => ({ default: (await import("../write/WriteView.tsx")).WriteView })),
  },
  {
    name: "embed",
    label: "Embed",
    Component: lazy(async () => ({ default: (await import("../embedding/EmbedView.tsx")).EmbedView })),
  },
];
