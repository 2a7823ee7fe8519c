import { cards, chapters, texts } from "virtual:hopwise/shelf";
import type { Shelf } from "../session/ports/shelf.ts";

/** The chapters that were read at build; each is a chunk that is loaded when asked for. */
export function createPrebuiltShelf(): Shelf {
  return {
    cards,
    async load(id) {
      return Object.hasOwn(chapters, id) ? (await chapters[id]?.())?.default : undefined;
    },
    async text(file) {
      return Object.hasOwn(texts, file) ? (await texts[file]?.())?.default : undefined;
    },
  };
}
