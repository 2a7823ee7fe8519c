import { HopwiseFlow } from "./embed/hopwise-flow.tsx";

/** Importing this makes `<hopwise-flow>` known to the page; twice, or where there is no page, it does nothing. */
if (globalThis.customElements && !customElements.get("hopwise-flow")) {
  customElements.define("hopwise-flow", HopwiseFlow);
}

export { HopwiseFlow };
