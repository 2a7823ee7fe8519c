import type { ColorScheme } from "../session/ports/color-scheme.ts";

export function createColorScheme(): ColorScheme {
  const query = window.matchMedia("(prefers-color-scheme: dark)");
  return {
    dark: () => query.matches,
    onChange(callback) {
      query.addEventListener("change", callback);
      return () => query.removeEventListener("change", callback);
    },
  };
}
