import { posix, sep } from "node:path";

/** A path of this machine as ids and addresses have it: with `/`, on Windows too. */
export function slashedPath(path: string, separator: string = sep): string {
  return separator === posix.sep ? path : path.split(separator).join(posix.sep);
}
