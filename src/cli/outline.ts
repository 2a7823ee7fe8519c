import type { CommonOptions } from "./common-options.ts";
import { statusOf } from "./exit-status.ts";
import { loadLibraries } from "./load-library.ts";
import { outlineJson } from "./outline-json.ts";
import { makePaint, wantsColor } from "./paint.ts";
import { printOutline } from "./print-outline.ts";
import { sayCounts } from "./print-problems.ts";
import type { Terminal } from "./terminal.ts";

/** `hopwise outline`: what was read. Returns the exit status. */
export async function outline(path: string, options: CommonOptions, terminal: Terminal): Promise<number> {
  const loaded = await loadLibraries(path, terminal);
  const problems = loaded.flatMap((each) => each.problems);
  if (options.json) {
    terminal.write(`${JSON.stringify(outlineJson(loaded), null, 2)}\n`);
  } else {
    terminal.write(printOutline(loaded, makePaint(wantsColor(terminal, options.color))));
    if (problems.length > 0) terminal.complain(`\n${sayCounts(problems)}; hopwise check ${path} tells where.\n`);
  }
  return statusOf(problems, options.strict);
}
