/** The path of an installed Chromium, or undefined. */
export function findChromium(env?: Record<string, string | undefined>): Promise<string | undefined>;
/** Finds a Chromium or installs one; throws with what was tried. */
export function ensureChromium(): Promise<string>;
