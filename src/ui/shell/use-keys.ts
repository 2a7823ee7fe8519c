import { useEffect, useState } from "react";
import type { Session } from "../../session/create-session.ts";
import { type Command, findBinding, type KeyBinding, type KeyPress } from "../../session/keys.ts";
import type { ViewName } from "../../session/state.ts";
import { useSession } from "../app/session-context.ts";

/** Obeys the table of keys; tells whether the help sheet is open. */
export function useKeys(): { readonly open: boolean; readonly show: () => void; readonly close: () => void } {
  const session = useSession();
  const [open, setOpen] = useState(false);

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.isComposing) return;
      const state = session.store.getState();
      // The editor lives in a shadow root: from outside, its keys seem to come from the root's host.
      const from = event.composedPath()[0];
      const target = from instanceof Element ? from : undefined;
      // A modal dialog is a world of its own.
      if (target?.closest("dialog[open]")) return;
      const press: KeyPress = {
        key: event.key,
        shift: event.shiftKey,
        ctrl: event.ctrlKey || event.metaKey,
        alt: event.altKey,
        focus: focusOf(target),
      };
      const binding = findBinding(press, state.keysOn);
      if (!binding) return;
      if (!isHeard(binding, state.view, state.walkthrough !== undefined)) return;
      event.preventDefault();
      if (binding.command === "help") setOpen(true);
      else obey(session, binding.command, event.key);
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [session]);

  return { open, show: () => setOpen(true), close: () => setOpen(false) };
}

/** The walk hears every key; where questions are asked or text is written, those of the player but the digits. */
function isHeard({ command, group }: KeyBinding, view: ViewName, through: boolean): boolean {
  // Without a walkthrough, Page Up and Down scroll as ever.
  if (command === "nextMoment" || command === "previousMoment") return through && view !== "library";
  if (command === "help" || view === "walk") return true;
  return (view === "predict" || view === "write") && group === "Play" && command !== "goToHop";
}

function obey(session: Session, command: Exclude<Command, "help">, key: string): void {
  const { actions, store } = session;
  const deeds: Readonly<Record<typeof command, () => void>> = {
    togglePlay: actions.togglePlay,
    nextMessage: () => actions.stepMessage(1),
    previousMessage: () => actions.stepMessage(-1),
    nextHop: () => actions.stepHop(1),
    previousHop: () => actions.stepHop(-1),
    home: actions.home,
    end: actions.toEnd,
    goToHop: () => actions.goToHop(Number(key)),
    slower: () => actions.shiftSpeed(1),
    faster: () => actions.shiftSpeed(-1),
    failures: () => focusFirst('[data-keys="failures"]'),
    clearFailures: actions.clearFaults,
    find: () => focusFirst('[data-keys="find"]'),
    spacing: () => actions.setSpacing(store.getState().spacing === "even" ? "scale" : "even"),
    compare: actions.toggleCompare,
    nextDifference: () => pressFirst('[data-keys="nextDifference"]'),
    previousDifference: () => pressFirst('[data-keys="previousDifference"]'),
    addMoment: () => void addMoment(session),
    nextMoment: () => pressFirst('[data-keys="nextMoment"]'),
    previousMoment: () => pressFirst('[data-keys="previousMoment"]'),
    undo: actions.undo,
    redo: actions.redo,
  };
  deeds[command]();
}

/** Recording is fetched when somebody first records. */
async function addMoment(session: Session): Promise<void> {
  const { recordHere } = await import("../../session/recorded-moments.ts");
  const added = recordHere(session);
  if (!added) return;
  const { count, kept } = added;
  for (const { id, text } of session.store.getState().notices)
    if (/^Moment \d+ is recorded/.test(text)) session.actions.dismiss(id);
  if (kept) session.actions.tell("info", `Moment ${count} is recorded. Share has the walkthrough.`);
  else session.actions.tell("warn", "This browser does not let the page keep moments.");
}

/** The element that takes this key, or the button that opens the sheet where it stands. */
function focusFirst(selector: string): void {
  const found = [...document.querySelectorAll<HTMLElement>(selector)].find((element) => element.offsetParent !== null);
  if (!found) return;
  if (found.dataset.keysOpens === "true") found.click();
  else found.focus();
}

function pressFirst(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.click();
}

function focusOf(target: Element | undefined): KeyPress["focus"] {
  if (!target) return "none";
  if (
    target.closest(
      "textarea, select, [contenteditable='true'], input:not([type=radio]):not([type=checkbox]):not([type=range])",
    )
  ) {
    return "text";
  }
  if (target.closest("input, [role=separator], [role=listbox], [role=slider], [data-own-arrows]")) return "arrows";
  if (target.closest("button, a[href], summary")) return "button";
  return "none";
}
