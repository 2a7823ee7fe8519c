/** What a key does. The handler and the help sheet read the same table. */
export type Command =
  | "togglePlay"
  | "nextMessage"
  | "previousMessage"
  | "nextHop"
  | "previousHop"
  | "home"
  | "end"
  | "goToHop"
  | "slower"
  | "faster"
  | "failures"
  | "clearFailures"
  | "find"
  | "spacing"
  | "compare"
  | "nextDifference"
  | "previousDifference"
  | "addMoment"
  | "nextMoment"
  | "previousMoment"
  | "undo"
  | "redo"
  | "help";

export interface KeyBinding {
  readonly command: Command;
  /** `KeyboardEvent.key` values. */
  readonly keys: readonly string[];
  readonly shift?: boolean;
  /** Ctrl, or ⌘ on a Mac: such shortcuts are no single keys and stay on. */
  readonly ctrl?: boolean;
  /** As the help sheet shows it. */
  readonly shown: readonly string[];
  readonly does: string;
  readonly group: "Play" | "Break" | "Look";
}

export const keyBindings: readonly KeyBinding[] = [
  { command: "togglePlay", keys: [" "], shown: ["Space"], does: "Play or pause", group: "Play" },
  { command: "previousMessage", keys: ["ArrowLeft"], shown: ["←"], does: "Previous message", group: "Play" },
  { command: "nextMessage", keys: ["ArrowRight"], shown: ["→"], does: "Next message", group: "Play" },
  {
    command: "previousHop",
    keys: ["ArrowLeft"],
    shift: true,
    shown: ["Shift", "←"],
    does: "Previous hop",
    group: "Play",
  },
  { command: "nextHop", keys: ["ArrowRight"], shift: true, shown: ["Shift", "→"], does: "Next hop", group: "Play" },
  {
    command: "home",
    keys: ["Home"],
    shown: ["Home"],
    does: "Back to the start; failures bite from the start again",
    group: "Play",
  },
  { command: "end", keys: ["End"], shown: ["End"], does: "To the end", group: "Play" },
  {
    command: "goToHop",
    keys: ["1", "2", "3", "4", "5", "6", "7", "8", "9"],
    shown: ["1", "–", "9"],
    does: "Go to that hop",
    group: "Play",
  },
  { command: "slower", keys: ["<"], shown: ["<"], does: "Slower", group: "Play" },
  { command: "faster", keys: [">"], shown: [">"], does: "Faster", group: "Play" },
  { command: "failures", keys: ["f"], shown: ["F"], does: "Go to the failures", group: "Break" },
  { command: "clearFailures", keys: ["0"], shown: ["0"], does: "Switch all failures off", group: "Break" },
  { command: "undo", keys: ["z"], ctrl: true, shown: ["Ctrl", "Z"], does: "Undo a switch or choice", group: "Break" },
  {
    command: "redo",
    keys: ["z", "Z"],
    ctrl: true,
    shift: true,
    shown: ["Ctrl", "Shift", "Z"],
    does: "Redo",
    group: "Break",
  },
  { command: "redo", keys: ["y"], ctrl: true, shown: ["Ctrl", "Y"], does: "Redo", group: "Break" },
  { command: "compare", keys: ["c"], shown: ["C"], does: "Compare with the healthy run, or stop", group: "Look" },
  { command: "nextDifference", keys: ["n"], shown: ["N"], does: "Next difference, while comparing", group: "Look" },
  {
    command: "previousDifference",
    keys: ["p"],
    shown: ["P"],
    does: "Previous difference, while comparing",
    group: "Look",
  },
  {
    command: "addMoment",
    keys: ["m"],
    shown: ["M"],
    does: "Add this moment to a walkthrough of your own",
    group: "Look",
  },
  { command: "nextMoment", keys: ["PageDown"], shown: ["Page ↓"], does: "Next moment of a walkthrough", group: "Look" },
  {
    command: "previousMoment",
    keys: ["PageUp"],
    shown: ["Page ↑"],
    does: "Previous moment",
    group: "Look",
  },
  { command: "find", keys: ["/"], shown: ["/"], does: "Find a message", group: "Look" },
  { command: "spacing", keys: ["z"], shown: ["Z"], does: "Even rows, or to scale", group: "Look" },
  { command: "help", keys: ["?"], shown: ["?"], does: "This sheet", group: "Look" },
];

export interface KeyPress {
  readonly key: string;
  readonly shift: boolean;
  readonly ctrl: boolean;
  readonly alt: boolean;
  /** What has the focus: a `text` field keeps all keys, a `button` space, `arrows` (slider, radio, list) space and arrows. */
  readonly focus: "text" | "button" | "arrows" | "none";
}

/** The binding that a key press means here, or undefined when the page should leave it alone. */
export function findBinding(press: KeyPress, singleKeysOn: boolean): KeyBinding | undefined {
  if (press.alt || press.focus === "text") return undefined;
  if (!press.ctrl && !singleKeysOn) return undefined;
  if (!press.ctrl && ownKeys[press.focus].includes(press.key)) return undefined;
  const key = press.key.length === 1 && !press.ctrl ? press.key.toLowerCase() : press.key;
  return keyBindings.find(
    (binding) =>
      binding.keys.includes(key) &&
      (binding.ctrl ?? false) === press.ctrl &&
      // A shifted sign such as `?` needs shift on one keyboard and not on another; only for keys with a name it counts.
      (key.length === 1 && !press.ctrl ? true : (binding.shift ?? false) === press.shift),
  );
}

const ownKeys: Readonly<Record<KeyPress["focus"], readonly string[]>> = {
  text: [],
  button: [" ", "Enter"],
  arrows: [" ", "Enter", "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"],
  none: [],
};
