// What `<hopwise-flow>` is in JSX, for React 19: `import type {} from "hopwise/element/react"`. By itself, since it asks for
// React's own types.
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { HopwiseFlow, HopwiseFlowAttributes, HopwiseFlowEvents } from "./element-package.d.ts";

type Listeners = { [Name in keyof HopwiseFlowEvents as `on${Name}`]?: (event: HopwiseFlowEvents[Name]) => void };

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "hopwise-flow": DetailedHTMLProps<HTMLAttributes<HopwiseFlow>, HopwiseFlow> & HopwiseFlowAttributes & Listeners;
    }
  }
}
