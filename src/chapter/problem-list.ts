import type { Fix } from "../model/fix.ts";
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
  /** The file's text, for fixes; empty where nobody gave it. */
  readonly text: string;
  add(severity: Severity, code: string, message: string, at: At, fix?: Fix): void;
  all(): readonly Problem[];
}

export function makeProblemList(file: string, text = ""): ProblemList {
  const list: Problem[] = [];
  const seen = new Set<string>();
  return {
    file,
    text,
    add(severity, code, message, at, fix) {
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
        ...(fix ? { fix } : {}),
      });
    },
    all: () => [...list].sort((a, b) => a.line - b.line || a.column - b.column),
  };
}
