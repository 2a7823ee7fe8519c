/** Hears of changed chapters while `hopwise serve` serves the page; the new index's path comes with each. */
export function hearChanges(onChange: (indexPath: string) => void): void {
  if (!document.querySelector("#live")) return;
  // From this script's own place: what the page's links say depends on the folder that its address is in by now.
  const address = new URL("../hopwise-live", import.meta.url);
  const from = document.querySelector<HTMLLinkElement>("#library")?.href ?? "";
  let last = from.slice(from.lastIndexOf("library/"));
  new EventSource(address).addEventListener("message", ({ data }) => {
    // Said at once, too: chapters may have changed since the page was read, or while the server was away.
    if (data === last) return;
    last = data;
    onChange(data);
  });
}
