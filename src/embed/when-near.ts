/** So far outside the view, a flow gets ready. */
const ahead = "400px";

/** So long what is only near waits for what is seen, ms: a server may be slow, and the reader scrolls on. */
const patience = 1000;

const waiting = new Map<Element, () => Promise<void>>();
let observer: IntersectionObserver | undefined;
/** What was called so far and is on its way. */
let called: Promise<unknown> = Promise.resolve();

/**
 * Calls back once, when the element is in the view or about to be. One look-out serves all: those that come into view
 * together are called together, and the page is laid out once for them.
 */
export function whenNear(element: Element, callback: () => Promise<void>): () => void {
  observer ??= new IntersectionObserver(tell, { rootMargin: ahead });
  // The look-out first tells with a frame of its own; what is seen already need not wait for that.
  if (waiting.size === 0 && document.readyState !== "loading") queueMicrotask(lookAround);
  waiting.set(element, callback);
  observer.observe(element);
  return () => stopWaiting(element);
}

function tell(entries: readonly IntersectionObserverEntry[]): void {
  const near: Element[] = [];
  for (const { isIntersecting, target, boundingClientRect } of entries) {
    if (!isIntersecting) continue;
    if (isSeen(boundingClientRect)) call(target);
    else near.push(target);
  }
  if (near.length > 0) void whenPainted(() => near.forEach(call));
}

/** What is seen does not wait for what is only near: that comes when the view is painted. */
async function whenPainted(callback: () => void): Promise<void> {
  await Promise.race([called, new Promise((resolve) => setTimeout(resolve, patience))]);
  requestAnimationFrame(() => setTimeout(callback));
}

function lookAround(): void {
  for (const element of [...waiting.keys()]) if (isSeen(element.getBoundingClientRect())) call(element);
}

function isSeen({ top, bottom }: DOMRectReadOnly): boolean {
  return top < innerHeight && bottom > 0;
}

function call(target: Element): void {
  const callback = waiting.get(target);
  stopWaiting(target);
  called = Promise.all([called, callback?.()]);
}

function stopWaiting(element: Element): void {
  waiting.delete(element);
  observer?.unobserve(element);
}
