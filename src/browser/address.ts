import type { Address } from "../session/ports/address.ts";

/** Browsers refuse more than about 100 history calls in 30 s by throwing; the state is then simply not in the address. */
export function createAddress(): Address {
  const target = (query: string): string => `${location.pathname}${query}`;
  return {
    read: () => location.search + location.hash,
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
