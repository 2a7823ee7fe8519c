type Theme = "light" | "dark";

/** How the sites that embed flows say which theme they are in: on the root element or the body. */
const tellers = ["data-theme", "data-bs-theme", "data-color-mode", "data-md-color-scheme"];

let known: Theme | undefined;

/** The theme of the page around; looked up once for all flows, as long as somebody watches it. */
export function findPageTheme(page: Document): Theme {
  if (stop === undefined) return lookUpTheme(page);
  known ??= lookUpTheme(page);
  return known;
}

/** By what the page says, else by the colours it declares, else by the colour of its text. */
function lookUpTheme(page: Document): Theme {
  for (const element of [page.documentElement, page.body]) {
    for (const name of tellers) {
      const said = element?.getAttribute(name);
      if (said === "dark" || said === "slate") return "dark";
      if (said === "light" || said === "default") return "light";
    }
    if (element?.classList.contains("dark")) return "dark";
    if (element?.classList.contains("light")) return "light";
  }
  const scheme = getComputedStyle(page.documentElement).colorScheme;
  if (scheme === "light" || scheme === "dark") return scheme;
  // A computed colour begins with its red, or with how light it is: of 255, of 100 (lab, lch) or of 1.
  const { color } = getComputedStyle(page.body ?? page.documentElement);
  const most = color.startsWith("rgb") ? 255 : color.startsWith("l") ? 100 : 1;
  return Number(/[\d.]+/.exec(color)?.[0]) > most / 2 ? "dark" : "light";
}

const listeners = new Set<() => void>();
let stop: (() => void) | undefined;

/** Calls back when the page's theme may have changed; all flows of a page share one look-out. */
export function watchPageTheme(page: Document, listener: () => void): () => void {
  listeners.add(listener);
  stop ??= start(page);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stop?.();
    stop = undefined;
    known = undefined;
  };
}

function start(page: Document): () => void {
  // Pages change their body's class for other reasons, too: as one scrolls, or opens a menu.
  const tell = () => {
    const before = known;
    known = before && lookUpTheme(page);
    if (known !== before) for (const listener of [...listeners]) listener();
  };
  const observer = new MutationObserver(tell);
  const options = { attributes: true, attributeFilter: [...tellers, "class", "style"] };
  observer.observe(page.documentElement, options);
  if (page.body) observer.observe(page.body, options);
  const query = matchMedia("(prefers-color-scheme: dark)");
  query.addEventListener("change", tell);
  // Style sheets may come after the flows.
  page.defaultView?.addEventListener("load", tell, { once: true });
  const faded = ({ target }: Event) => target === page.body && tell();
  page.addEventListener("transitionend", faded);
  return () => {
    observer.disconnect();
    query.removeEventListener("change", tell);
    page.removeEventListener("transitionend", faded);
  };
}
