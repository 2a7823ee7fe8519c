import { cutText } from "./cut-text.ts";
import type { MeasureText, TextFont } from "./measure-text.ts";

/**
 * Breaks text into lines no wider than `width` pixels, at spaces, keeping the author's own line breaks. A word wider
 * than that stands alone and is broken only when it is more than twice as wide. What is too long to be read is cut.
 */
export function wrapText(whole: string, font: TextFont, width: number, measure: MeasureText): readonly string[] {
  const text = cutText(whole);
  if (!text.includes("\n") && measure(text, font) <= width) return [text];
  return text
    .split("\n")
    .flatMap((line) => (measure(line, font) <= width ? [line] : wrapLine(line, font, width, measure)));
}

function wrapLine(line: string, font: TextFont, width: number, measure: MeasureText): string[] {
  const lines: string[] = [];
  let current = "";
  for (const word of line.split(/\s+/u).flatMap((whole) => breakWord(whole, font, width, measure))) {
    const longer = current === "" ? word : `${current} ${word}`;
    if (current !== "" && measure(longer, font) > width) {
      lines.push(current);
      current = word;
    } else current = longer;
  }
  lines.push(current);
  return lines;
}

function breakWord(word: string, font: TextFont, width: number, measure: MeasureText): string[] {
  const whole = measure(word, font);
  if (whole <= width * 2) return [word];
  const letters = Array.from(word);
  const perLine = Math.max(4, Math.floor((letters.length * width) / whole));
  const parts: string[] = [];
  for (let at = 0; at < letters.length; at += perLine) parts.push(letters.slice(at, at + perLine).join(""));
  return parts;
}

/** Width of the widest line, in pixels. */
export function widest(lines: readonly string[], font: TextFont, measure: MeasureText): number {
  return lines.reduce((width, line) => Math.max(width, measure(line, font)), 0);
}
