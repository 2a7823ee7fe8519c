import { HopwiseFlow } from "./embed/hopwise-flow.tsx";
import { upgradePage } from "./embed/upgrade-page.ts";

/** Importing this makes `<hopwise-flow>` known to the page; twice, or where there is no page, it does nothing. */
if (globalThis.customElements && !customElements.get("hopwise-flow")) {
  customElements.define("hopwise-flow", HopwiseFlow);
  // A script that says so also makes flows of the sequence diagrams that the page has.
  if (document.querySelector("script[data-upgrade][src*='hopwise-flow']")) {
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => upgradePage(document));
    else upgradePage(document);
  }
}

export { HopwiseFlow, upgradePage };
