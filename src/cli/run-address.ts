import type { Library } from "../model/chapter.ts";
import type { Run } from "../model/run.ts";
import type { Scenario } from "../model/scenario.ts";
import { encodeLink } from "../session/link/encode-link.ts";
import { emptyLink } from "../session/link/link.ts";
import { readAt } from "../session/link/read-parts.ts";
import { UsageError } from "./usage-error.ts";

/** Where a run is played again, on the site that `--site` names. Throws UsageError when that is no web address. */
export function runAddress(site: string, library: Library, scenario: Scenario, run: Run, at?: string): string {
  if (!/^https?:\/\/[^\s/?#]/i.test(site)) {
    throw new UsageError(`--site wants a whole address, such as https://example.org/flows/; this is "${site}".`);
  }
  const chapter = library.chapters.find(({ scenarios }) => scenarios.includes(scenario));
  const place = at === undefined ? undefined : readAt(at);
  const query = encodeLink({
    ...emptyLink,
    ...(chapter === undefined ? {} : { chapter: chapter.id }),
    ...((chapter?.scenarios.length ?? 0) > 1 ? { scenario: scenario.id } : {}),
    ...(place === undefined ? {} : { at: place }),
    fail: run.faults,
    with: [...Object.entries(run.choices), ...Object.entries(run.sides)].map(([name, value]) => ({ name, value })),
  });
  const [page = ""] = site.split(/[?#]/);
  return `${page}${/(\/|\.html?)$/i.test(page) ? "" : "/"}${query}`;
}
