import type { Library } from "../model/chapter.ts";
import { type Introduction, type LibraryIndex, libraryVersion, type Shelf } from "../session/ports/shelf.ts";

/** A shelf whose chapters may be replaced while the page is open. */
export interface SiteShelf extends Shelf {
  /** Reads another index from now on. */
  turnTo(indexPath: string): Promise<void>;
}

/**
 * The chapters of the site this page belongs to. The page names their index in its head, where the browser fetches it
 * beside the scripts; a page that names none has no chapters.
 */
export async function openSiteShelf(): Promise<SiteShelf> {
  let address = document.querySelector<HTMLLinkElement>("#library")?.href;
  let index: LibraryIndex | undefined;
  let trouble: string | undefined;
  const read = async (): Promise<void> => {
    const found = address === undefined ? undefined : ((await getData(address)) as LibraryIndex);
    if (found && found.version !== libraryVersion) throw new Error("This page and its chapters are of two versions.");
    index = found;
  };
  await read().catch((error: unknown) => {
    trouble = `The list of chapters could not be loaded; reload the page to try again. (${error instanceof Error ? error.message : error})`;
  });
  /** The index stands in a folder of its own, one below the site's root. */
  const inSite = (path: string): string => new URL(`../${path}`, address).href;
  const addressOf = (file: string): string | undefined =>
    index?.texts.includes(file) ? inSite(`chapters/${file.split("/").map(encodeURIComponent).join("/")}`) : undefined;

  return {
    get cards() {
      return index?.cards ?? none;
    },
    turnTo(indexPath) {
      address = inSite(indexPath);
      return read();
    },
    ...(trouble === undefined ? {} : { trouble }),
    async load(id) {
      if (!index) await read();
      const path = index && Object.hasOwn(index.chapters, id) ? index.chapters[id] : undefined;
      return path === undefined ? undefined : ((await getData(inSite(path))) as Library);
    },
    async about(library) {
      const path = index?.cards.find(({ id }) => id === library)?.about;
      return path === undefined ? undefined : ((await getData(inSite(path))) as Introduction);
    },
    address: addressOf,
    async text(file) {
      const address = addressOf(file);
      return address === undefined ? undefined : (await get(address)).text();
    },
  };
}

const none: Shelf["cards"] = [];

async function getData(address: string): Promise<unknown> {
  return (await get(address)).json();
}

async function get(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`The site answered ${response.status} for ${new URL(address).pathname}.`);
  return response;
}
