export interface SourceLine {
  /** Counts from 1. */
  readonly n: number;
  readonly text: string;
  /** The line that is spoken of. */
  readonly meant: boolean;
}

/** Lines shown before and after the one that is meant. */
const around = 3;

/** The lines about `line` of a text; none while the text is not there. */
export function excerpt(text: string | null | undefined, line: number): readonly SourceLine[] {
  if (text === null || text === undefined) return [];
  const lines = text.split(/\r\n|\r|\n/);
  const first = Math.max(1, line - around);
  const last = Math.min(lines.length, line + around);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => ({
    n: first + i,
    text: lines[first + i - 1] ?? "",
    meant: first + i === line,
  }));
}
