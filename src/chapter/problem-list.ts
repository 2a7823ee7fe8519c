import type { Problem, Severity } from "../model/problem.ts";

/** A point or a stretch of the file. */
export interface At {
  readonly line: number;
  readonly column: number;
  readonly start?: number;
  readonly end?: number;
}

export const fileStart: At = { line: 1, column: 1 };

/** Collects what is to be said about one file, each thing once. */
export interface ProblemList {
  readonly file: string;
  add(severity: Severity, code: string, message: string, at: At): void;
  all(): readonly Problem[];
}

export function makeProblemList(file: string): ProblemList {
  const list: Problem[] = [];
  const seen = new Set<string>();
  return {
    file,
    add(severity, code, message, at) {
      const key = `${code} ${at.line}:${at.column} ${message}`;
      if (seen.has(key)) return;
      seen.add(key);
      list.push({
        severity,
        code,
        message,
        file,
        line: at.line,
        column: at.column,
        ...(at.start === undefined ? {} : { start: at.start }),
        ...(at.end === undefined ? {} : { end: at.end }),
      });
    },
    all: () => [...list].sort((a, b) => a.line - b.line || a.column - b.column),
  };
}
