/**
 * Keeps the site for when there is no network, where its head says so. Calls back when a newer build than this page's
 * is ready; the page's next load is of that build.
 */
export async function workOffline(onUpdate: () => void): Promise<void> {
  const mark = document.querySelector<HTMLMetaElement>("#offline");
  const workers = navigator.serviceWorker;
  // In a frame the page is someone else's guest and keeps nothing.
  if (!mark || !workers || location.protocol === "file:" || window !== window.top) return;
  const registration = await workers.register(new URL("../sw.js", import.meta.url));
  const look = async (worker: ServiceWorker | null): Promise<void> => {
    // The first worker of all is no update. The page of a first visit has no worker to itself, and may stay open for long.
    if (!worker || !registration.active) return;
    // A page that was loaded since is of the worker's build already: the worker need not wait any longer.
    if ((await buildOf(worker)) === mark.content) worker.postMessage("take over");
    else onUpdate();
  };
  void look(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const worker = registration.installing;
    worker?.addEventListener("statechange", () => {
      if (worker.state === "installed") void look(worker);
    });
  });
  // A page may stay open for days; the browser itself asks only when one is loaded.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") registration.update().catch(() => {});
  });
}

function buildOf(worker: ServiceWorker): Promise<string> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      resolve(data);
      port1.close();
    };
    worker.postMessage("build", [port2]);
  });
}
