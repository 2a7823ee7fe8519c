import type { Problem } from "../model/problem.ts";

/** 1 for problems that are errors (with `strict`: warnings too), else 0. */
export function statusOf(problems: readonly Problem[], strict: boolean): number {
  return problems.some(({ severity }) => severity === "error" || (strict && severity === "warning")) ? 1 : 0;
}
