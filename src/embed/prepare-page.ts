import { prepareReading } from "../browser/markdown-later.ts";
import { readOwnText } from "./own-text.ts";

/** So long all of a page's tags wait for what some are read with, ms. */
const patience = 1000;

/**
 * Fetches what reads the chapters that stand in a page's tags, before these become flows: they are then drawn in the
 * first frame that has them. Undefined when there is nothing to wait for: diagrams by themselves, and addresses, whose
 * flows ask meanwhile. Never rejects: who reads tries again, and says what is wrong.
 */
export function preparePage(page: Document): Promise<unknown> | undefined {
  const texts = [...page.querySelectorAll("hopwise-flow:not([src])")].map(readOwnText);
  const prepared = prepareReading(texts.filter((text) => text !== ""))?.catch(() => undefined);
  return prepared && Promise.race([prepared, new Promise((resolve) => setTimeout(resolve, patience))]);
}
