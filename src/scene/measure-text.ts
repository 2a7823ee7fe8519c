/**
 * The three hands the stage writes in: `label` for messages and notes, `head` for participants and hop titles, `small`
 * for conditions, figures and ticks.
 */
export type TextFont = "label" | "head" | "small";

/** Width of one line of text, in CSS pixels. */
export type MeasureText = (text: string, font: TextFont) => number;

/** CSS font shorthands of the three hands; the stage's style sheet says the same. */
export const stageFonts: Readonly<Record<TextFont, string>> = {
  label: '450 12px "Inter Variable", system-ui, sans-serif',
  head: '600 12px "Inter Variable", system-ui, sans-serif',
  small: '450 11px "Inter Variable", system-ui, sans-serif',
};

/** Line heights of the three hands, in CSS pixels. */
export const lineHeights: Readonly<Record<TextFont, number>> = { label: 15, head: 15, small: 14 };

/** Asks each text once: a playhead that moves or a failure that is switched never measures anything again. */
export function rememberWidths(measure: MeasureText): MeasureText {
  const widths: Record<TextFont, Map<string, number>> = { label: new Map(), head: new Map(), small: new Map() };
  return (text, font) => {
    const known = widths[font].get(text);
    if (known !== undefined) return known;
    const width = measure(text, font);
    widths[font].set(text, width);
    return width;
  };
}
