import type { MouseEvent } from "react";

/** A plain click on a link is ours, and nothing is loaded anew; with a modifier the browser does what it always does. */
export function onPlainClick(run: () => unknown): (event: MouseEvent) => void {
  return (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    run();
  };
}
