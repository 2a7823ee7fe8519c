/**
 * Lines with blocks, in which a branch without any line is left out, and so is a block without any branch: what the run
 * never entered is not drawn as an empty frame.
 */
export class BlockLines {
  private readonly open: { head: string; word: string; parts: { text: string; lines: string[] }[] }[] = [];
  private readonly lines: string[] = [];

  add(line: string): void {
    (this.open.at(-1)?.parts.at(-1)?.lines ?? this.lines).push(line);
  }

  /** `head` opens the block, such as `alt`; `word` starts its further branches, such as `else`. */
  enter(head: string, word: string, text: string): void {
    this.open.push({ head, word, parts: [{ text, lines: [] }] });
  }

  branch(text: string): void {
    this.open.at(-1)?.parts.push({ text, lines: [] });
  }

  leave(): void {
    const block = this.open.pop();
    if (!block) return;
    const full = block.parts.filter(({ lines }) => lines.length > 0);
    full.forEach(({ text, lines }, at) => {
      this.add(`${at === 0 ? block.head : block.word} ${text}`.trimEnd());
      for (const line of lines) this.add(`  ${line}`);
    });
    if (full.length > 0) this.add("end");
  }

  finish(): readonly string[] {
    while (this.open.length > 0) this.leave();
    return this.lines;
  }
}
