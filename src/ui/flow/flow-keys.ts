import type { FlowSession } from "../../session/flow-session.ts";

type Deed = (actions: FlowSession["actions"]) => void;

/** Few keys, and none with which a page is scrolled up and down. */
const deeds: Readonly<Record<string, Deed>> = {
  " ": ({ togglePlay }) => togglePlay(),
  ArrowRight: ({ stepMessage }) => stepMessage(1),
  ArrowLeft: ({ stepMessage }) => stepMessage(-1),
  "Shift+ArrowRight": ({ stepHop }) => stepHop(1),
  "Shift+ArrowLeft": ({ stepHop }) => stepHop(-1),
};

/** What a key that was pressed inside the flow does; undefined when it belongs to what has the focus, or to the page. */
export function findFlowKey(event: KeyboardEvent): Deed | undefined {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const target = event.composedPath()[0];
  const own = target instanceof Element ? target.closest("input, select, textarea, button, summary, a[href]") : null;
  // A button keeps space; a slider, a list or a radio keeps its arrows, too.
  if (own && (event.key === " " || own.matches("input, select, textarea"))) return undefined;
  const name = event.shiftKey && event.key !== " " ? `Shift+${event.key}` : event.key;
  return Object.hasOwn(deeds, name) ? deeds[name] : undefined;
}
