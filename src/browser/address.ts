import type { Address } from "../session/ports/address.ts";

/** Browsers refuse more than about 100 history calls in 30 s by throwing; the state is then simply not in the address. */
export function createAddress(): Address {
  const start = location.pathname;
  // A scenario's own page says what is open there, and with it where the site's root is: every other state's address.
  const page = document.querySelector<HTMLMetaElement>('meta[name="hopwise-link"]')?.content;
  const own = new URL(page ?? start, location.href);
  const isOwn = (query: string): boolean => own.search !== "" && `${query}&`.startsWith(`${own.search}&`);
  const target = (query: string): string => (isOwn(query) ? start : own.pathname) + query;
  return {
    read: () => location.search + location.hash || (location.pathname === start ? own.search : ""),
    push(query) {
      try {
        history.pushState(null, "", target(query));
      } catch {}
    },
    replace(query) {
      try {
        history.replaceState(null, "", target(query));
      } catch {}
    },
    onMove(callback) {
      // Going to another fragment by hand tells this, too.
      window.addEventListener("popstate", callback);
      return () => window.removeEventListener("popstate", callback);
    },
    absolute: (query) => `${location.origin}${target(query)}`,
  };
}
