import { HopwiseFlow } from "./embed/hopwise-flow.tsx";
import { preparePage } from "./embed/prepare-page.ts";
import { upgradePage } from "./embed/upgrade-page.ts";

/** Importing this makes `<hopwise-flow>` known to the page; twice, or where there is no page, it does nothing. */
if (globalThis.customElements && !customElements.get("hopwise-flow")) {
  // A script that says so also makes flows of the sequence diagrams that the page has.
  if (document.querySelector("script[data-upgrade][src*='hopwise-flow']")) {
    // At once: the page's own Mermaid may be next.
    define();
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => upgradePage(document));
    else upgradePage(document);
  } else {
    const prepared = preparePage(document);
    if (prepared) void prepared.then(define);
    else define();
  }
}

function define(): void {
  if (!customElements.get("hopwise-flow")) customElements.define("hopwise-flow", HopwiseFlow);
}

export { HopwiseFlow, upgradePage };
