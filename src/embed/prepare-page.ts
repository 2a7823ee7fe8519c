import { prepareReading } from "../browser/markdown-later.ts";
import { readOwnText } from "./own-text.ts";

/**
 * Fetches what reads the chapters that stand in a page's tags, before these become flows: they are then drawn in the
 * first frame that has them. Undefined when there is nothing to wait for: diagrams by themselves, and addresses, whose
 * flows ask meanwhile. Never rejects: who reads tries again, and says what is wrong.
 */
export function preparePage(page: Document): Promise<unknown> | undefined {
  const tags = [...page.querySelectorAll("hopwise-flow:not([src])")];
  return prepareReading(tags.map(readOwnText))?.catch(() => undefined);
}
