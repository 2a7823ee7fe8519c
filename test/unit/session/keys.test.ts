import { describe, expect, it } from "vitest";
import { findBinding, type KeyPress, keyBindings } from "../../../src/session/keys.ts";

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  shift: false,
  ctrl: false,
  alt: false,
  focus: "none",
  ...more,
});
const command = (p: KeyPress, on = true): string | undefined => findBinding(p, on)?.command;

describe("keys", () => {
  it("knows every binding of its own table", () => {
    for (const binding of keyBindings) {
      for (const key of binding.keys) {
        const found = findBinding(press(key, { shift: binding.shift ?? false, ctrl: binding.ctrl ?? false }), true);
        expect(found?.command, key).toBe(binding.command);
      }
    }
  });

  it("tells shifted arrows from plain ones", () => {
    expect(command(press("ArrowRight"))).toBe("nextMessage");
    expect(command(press("ArrowRight", { shift: true }))).toBe("nextHop");
  });

  it("reads signs whatever shift they need", () => {
    expect(command(press("?", { shift: true }))).toBe("help");
    expect(command(press(">", { shift: true }))).toBe("faster");
    expect(command(press("F", { shift: true }))).toBe("failures");
  });

  it("leaves a focused control its own space and arrows, and a text field everything", () => {
    expect(command(press(" ", { focus: "button" }))).toBeUndefined();
    expect(command(press("ArrowLeft", { focus: "button" }))).toBe("previousMessage");
    expect(command(press("ArrowLeft", { focus: "arrows" }))).toBeUndefined();
    expect(command(press("f", { focus: "button" }))).toBe("failures");
    expect(command(press("z", { focus: "text", ctrl: true }))).toBeUndefined();
  });

  it("keeps undo when single keys are switched off", () => {
    expect(command(press(" "), false)).toBeUndefined();
    expect(command(press("z", { ctrl: true }), false)).toBe("undo");
    expect(command(press("Z", { ctrl: true, shift: true }), false)).toBe("redo");
  });
});
