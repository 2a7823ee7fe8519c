/** So many letters of what a note says tell its place; fewer where the first ones are not in one piece in the text. */
const enough = [60, 24, 10];

/**
 * Where in a chapter's text (UTF-16 offset) stands what a note shows. Letters and digits alone are compared: marks of
 * emphasis, of tables and of lists are not shown. Of several places the first behind `near`, else the first of all.
 * @param said The note as it is shown.
 * @param near Offset of the hop or scenario whose note it is.
 */
export function findNoteStart(text: string, said: string, near: number): number | undefined {
  const words = piecesOf(said)
    .map(([piece]) => piece)
    .join("");
  if (words === "") return undefined;
  const pieces = piecesOf(text);
  const letters = pieces.map(([piece]) => piece).join("");
  const starts: number[] = [];
  let before = 0;
  for (const [piece] of pieces) {
    starts.push(before);
    before += piece.length;
  }
  const first = pieces.findIndex(({ index }) => index >= near);
  const from = first < 0 ? letters.length : (starts[first] ?? 0);
  for (const length of enough) {
    const sought = words.slice(0, length);
    const behind = letters.indexOf(sought, from);
    const found = behind < 0 ? letters.indexOf(sought) : behind;
    if (found < 0) continue;
    const at = starts.findLastIndex((start) => start <= found);
    return (pieces[at]?.index ?? 0) + found - (starts[at] ?? 0);
  }
  return undefined;
}

function piecesOf(text: string): RegExpExecArray[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)];
}
