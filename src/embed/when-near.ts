/** So far outside the view, a flow gets ready. */
const ahead = "400px";

const waiting = new Map<Element, () => void>();
let observer: IntersectionObserver | undefined;

/**
 * Calls back once, when the element is in the view or about to be. One look-out serves all: those that come into view
 * together are called together, and the page is laid out once for them.
 */
export function whenNear(element: Element, callback: () => void): () => void {
  observer ??= new IntersectionObserver(tell, { rootMargin: ahead });
  waiting.set(element, callback);
  observer.observe(element);
  return () => stopWaiting(element);
}

function tell(entries: readonly IntersectionObserverEntry[]): void {
  for (const { isIntersecting, target } of entries) {
    const callback = waiting.get(target);
    if (!isIntersecting || !callback) continue;
    stopWaiting(target);
    callback();
  }
}

function stopWaiting(element: Element): void {
  waiting.delete(element);
  observer?.unobserve(element);
}
