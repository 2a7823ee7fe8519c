import type { MeasureText, TextFont } from "../scene/measure-text.ts";

/** Measures by canvas, in the fonts it is given. Without a canvas (tests) a width is guessed from the number of letters. */
export function createMeasure(fonts: Readonly<Record<TextFont, string>>): MeasureText {
  const context = document.createElement("canvas").getContext("2d");
  return (text, font) => {
    if (!context) return text.length * 6.6;
    context.font = fonts[font];
    return context.measureText(text).width;
  };
}
