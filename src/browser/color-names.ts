/** Stands for the table of CSS's colours where the web component is built: Mermaid, too, asks the browser. */
export function isColor(text: string): boolean {
  return CSS.supports("color", text);
}
