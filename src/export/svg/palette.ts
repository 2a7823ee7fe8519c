/** The design's colours as values: a picture that leaves the page takes them along. */
export interface Palette {
  readonly surface: string;
  readonly sunken: string;
  readonly ink: string;
  readonly muted: string;
  readonly hairline: string;
  readonly line: string;
  readonly accent: string;
  readonly good: string;
  readonly goodSoft: string;
  readonly warn: string;
  readonly warnSoft: string;
  readonly bad: string;
  readonly badSoft: string;
  readonly band: string;
}

export type Theme = "light" | "dark";

export const palettes: Readonly<Record<Theme, Palette>> = {
  light: {
    surface: "#ffffff",
    sunken: "#f1efea",
    ink: "#1c1e22",
    muted: "#656a73",
    hairline: "#e6e3dd",
    line: "#cfcbc2",
    accent: "#3457d5",
    good: "#15795a",
    goodSoft: "#e6f4ee",
    warn: "#945800",
    warnSoft: "#fdf3e0",
    bad: "#c8303f",
    badSoft: "#fdebec",
    band: "#faf9f6",
  },
  dark: {
    surface: "#16191f",
    sunken: "#12151a",
    ink: "#e8eaee",
    muted: "#9aa1ac",
    hairline: "#262b33",
    line: "#3a414c",
    accent: "#8aa4ff",
    good: "#4cc79b",
    goodSoft: "#14291f",
    warn: "#f0b04f",
    warnSoft: "#2c2413",
    bad: "#ff7b86",
    badSoft: "#311a1e",
    band: "#14171c",
  },
};

/** Two colours mixed, as no `color-mix` is known outside of browsers. `share` is the first one's, 0…1. */
export function mix(one: string, other: string, share: number): string {
  const channel = (color: string, at: number) => Number.parseInt(color.slice(at, at + 2), 16);
  return `#${[1, 3, 5]
    .map((at) => Math.round(channel(one, at) * share + channel(other, at) * (1 - share)))
    .map((value) => value.toString(16).padStart(2, "0"))
    .join("")}`;
}
