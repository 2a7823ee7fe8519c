import { hearChanges } from "./browser/live-changes.ts";
import type { SiteShelf } from "./browser/site-shelf.ts";
import type { Session } from "./session/create-session.ts";
import { reread } from "./session/reread.ts";

/** What a page of a site does beside the app, as its head says: it keeps up with chapters that are being written. */
export function startSiteServices(session: Session, shelf: SiteShelf): void {
  hearChanges(async (indexPath) => {
    const kept = await shelf.turnTo(indexPath).then(
      () => reread(session),
      () => true,
    );
    if (!kept) location.reload();
  });
}
