/**
 * What the page and the frame that Mermaid draws in say to each other by `postMessage`. The frame has no origin of its
 * own, so neither side can go by origins: each looks at who sent a message, and at every field of it.
 */
export const protocol = "hopwise-mermaid/1";

export type FrameTheme = "light" | "dark";

export type ToFrame =
  | { readonly kind: "draw"; readonly id: number; readonly text: string; readonly theme: FrameTheme }
  /** Which of the drawn messages is the current one, counted from 0 in the order of the text; -1 for none. */
  | { readonly kind: "mark"; readonly message: number }
  /** 1 is the size that Mermaid gave it; 0 fits it into the frame's width. */
  | { readonly kind: "zoom"; readonly zoom: number };

export type FromFrame =
  | { readonly kind: "ready" }
  /** Sizes in CSS pixels, as Mermaid drew it. */
  | { readonly kind: "drawn"; readonly id: number; readonly width: number; readonly height: number }
  /** Mermaid does not draw it, in its own words; what was drawn before still stands. */
  | { readonly kind: "refused"; readonly id: number; readonly reason: string };

export function wrap<T extends ToFrame | FromFrame>(message: T): T & { readonly protocol: string } {
  return { ...message, protocol };
}

/** What the page asks for; undefined for anything else. */
export function readToFrame(data: unknown): ToFrame | undefined {
  const { kind, id, text, theme, message, zoom } = fieldsOf(data);
  if (kind === "draw" && isCount(id) && typeof text === "string" && (theme === "light" || theme === "dark"))
    return { kind, id, text, theme };
  if (kind === "mark" && (isCount(message) || message === -1)) return { kind, message };
  if (kind === "zoom" && typeof zoom === "number" && zoom >= 0 && zoom <= 8) return { kind, zoom };
  return undefined;
}

/** What the frame answers; undefined for anything else. */
export function readFromFrame(data: unknown): FromFrame | undefined {
  const { kind, id, width, height, reason } = fieldsOf(data);
  if (kind === "ready") return { kind };
  if (kind === "drawn" && isCount(id) && isSize(width) && isSize(height)) return { kind, id, width, height };
  if (kind === "refused" && isCount(id) && typeof reason === "string")
    return { kind, id, reason: reason.slice(0, 1_000) };
  return undefined;
}

function fieldsOf(data: unknown): Readonly<Record<string, unknown>> {
  if (typeof data !== "object" || data === null || !Object.hasOwn(data, "protocol")) return {};
  const fields = data as Record<string, unknown>;
  return fields.protocol === protocol ? fields : {};
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
const isSize = (value: unknown): value is number => typeof value === "number" && value >= 0 && value < 1_000_000;
