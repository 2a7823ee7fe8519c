declare module "virtual:hopwise/shelf" {
  import type { Library } from "../model/chapter.ts";
  import type { LibraryCard } from "../session/ports/shelf.ts";

  export const cards: readonly LibraryCard[];
  export const chapters: Readonly<Record<string, () => Promise<{ default: Library }>>>;
  export const texts: Readonly<Record<string, () => Promise<{ default: string }>>>;
}
