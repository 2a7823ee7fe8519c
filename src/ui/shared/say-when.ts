/** A moment as a reader would say it; both in ms since 1970. */
export function sayWhen(at: number, now: number): string {
  const minutes = Math.round((now - at) / 60_000);
  if (minutes < 1) return "just now";
  if (minutes < 60) return `${minutes} min ago`;
  const date = new Date(at);
  const time = date.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  return minutes < 12 * 60 ? `at ${time}` : `${date.toLocaleDateString()}, ${time}`;
}
