import type { Terminal } from "./terminal.ts";

export type Tone = "bold" | "muted" | "good" | "warn" | "bad" | "accent";

/** Colours a text, or leaves it as it is where colour is not wanted. */
export type Paint = (tone: Tone, text: string) => string;

// Codes that switch off what they switched on, so that tones nest.
const codes: Record<Tone, readonly [on: number, off: number]> = {
  bold: [1, 22],
  muted: [2, 22],
  good: [32, 39],
  warn: [33, 39],
  bad: [31, 39],
  accent: [36, 39],
};

export function makePaint(colored: boolean): Paint {
  if (!colored) return (_tone, text) => text;
  return (tone, text) => `\u001b[${codes[tone][0]}m${text}\u001b[${codes[tone][1]}m`;
}

/** `--no-color`, then NO_COLOR (no-color.org), then FORCE_COLOR, then whether a terminal is there that can show it. */
export function wantsColor(terminal: Terminal, flag: boolean | undefined): boolean {
  if (flag !== undefined) return flag;
  const { env } = terminal;
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== "") return false;
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== "")
    return env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false";
  return terminal.outputIsTerminal && env.TERM !== "dumb";
}

/**
 * A chapter's words, safe to print: escape sequences and control characters would let a chapter command the
 * terminal. A newline becomes a space, so that one thing stays one line.
 */
export function printable(text: string): string {
  return text
    .replace(/\s*\n\s*/g, " ")
    .replace(/\t/g, " ")
    .replace(/[\p{Cc}\p{Bidi_C}]/gu, "�");
}
