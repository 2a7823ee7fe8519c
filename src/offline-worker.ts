import { addRoute, cleanupOutdatedCaches, matchPrecache, precache } from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";

/** What the compiler does not know of a service worker's world, and what `hopwise build` writes before this script. */
interface WorkerScope {
  readonly hopwise: { readonly build: string; readonly files: { url: string; revision: string | null }[] };
  readonly registration: ServiceWorkerRegistration;
  skipWaiting(): Promise<void>;
  addEventListener(type: "message", callback: (event: MessageEvent) => void): void;
}
const scope = self as unknown as WorkerScope;

/** A network that has not answered a page by now, ms, counts as none. */
const patience = 3_000;

/**
 * Pages come from the network while there is one, so that nobody is shown an old site twice; all else, named after its
 * content, comes from what was kept at the first visit.
 */
registerRoute(
  new NavigationRoute(async ({ request, url }) => {
    const late = new Promise<never>((_, reject) => setTimeout(reject, patience, new Error("late")));
    try {
      return await Promise.race([fetch(request), late]);
    } catch {
      const kept = (await matchPrecache(url.pathname)) ?? (await matchPrecache(`${url.pathname}index.html`));
      return kept ?? (await fetch(request));
    }
  }),
);
precache([...scope.hopwise.files]);
addRoute();
cleanupOutdatedCaches();

scope.addEventListener("message", ({ data, ports }) => {
  if (data === "build") ports[0]?.postMessage(scope.hopwise.build);
  if (data === "take over") void scope.skipWaiting();
});
