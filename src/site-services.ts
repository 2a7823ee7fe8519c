import { hearChanges } from "./browser/live-changes.ts";
import { workOffline } from "./browser/offline.ts";
import type { SiteShelf } from "./browser/site-shelf.ts";
import type { Session } from "./session/create-session.ts";
import { reread } from "./session/reread.ts";

/**
 * What a page of a site does beside the app, as its head says: it keeps up with chapters that are
 * being written, and is there when the network is not.
 */
export function startSiteServices(session: Session, shelf: SiteShelf): void {
  hearChanges(async (indexPath) => {
    const kept = await shelf.turnTo(indexPath).then(
      () => reread(session),
      () => true,
    );
    if (!kept) location.reload();
  });
  workOffline(() => {
    session.actions.tell("info", "A new version is ready: reload the page to have it.");
    // A browser that keeps nothing for the page (private windows, storage turned off) is no fault of the reader's.
  }).catch(() => {});
}
