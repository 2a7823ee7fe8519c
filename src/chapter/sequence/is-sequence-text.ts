/** Does the text, its own front matter and comments apart, begin with `sequenceDiagram`? */
export function isSequenceText(text: string): boolean {
  const body = text.replace(/^\uFEFF?\s*---[ \t]*\r?\n[\s\S]{0,5000}?\r?\n[ \t]*---[ \t]*(?=\r?\n|$)/, "");
  for (const line of body.split(/\r?\n|\r/, 400)) {
    const words = line.trim();
    if (words === "" || words.startsWith("%%")) continue;
    return /^sequenceDiagram\b/.test(words);
  }
  return false;
}
