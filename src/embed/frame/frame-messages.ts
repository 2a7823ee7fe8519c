/**
 * What a framed flow and the page around it say to each other. A message of a later version is not understood, and then
 * the frame keeps the height it has.
 */
export const frameVersion = 1;

/** The least and the most that a frame asks for, CSS px. */
export const leastHeight = 280;
export const mostHeight = 760;

/** From the frame to the page: so high would do. It says nothing else, for it may go to any page. */
export interface SizeMessage {
  readonly type: "hopwise-size";
  readonly v: typeof frameVersion;
  /** The frame's own name, as its address gave it; empty when it gave none. */
  readonly id: string;
  /** CSS px. */
  readonly height: number;
}

/** From the page to the frame: say your size again. */
export interface AskMessage {
  readonly type: "hopwise-ask";
  readonly v: typeof frameVersion;
}

export function writeSize(id: string, height: number): SizeMessage {
  return { type: "hopwise-size", v: frameVersion, id, height };
}

export const ask: AskMessage = { type: "hopwise-ask", v: frameVersion };

/** Undefined for everything that is not such a message, whoever made it. */
export function readSize(data: unknown): SizeMessage | undefined {
  if (!isOurs(data, "hopwise-size")) return undefined;
  const { id, height } = data;
  if (typeof id !== "string" || typeof height !== "number" || !Number.isFinite(height)) return undefined;
  return writeSize(id, Math.min(mostHeight, Math.max(leastHeight, Math.round(height))));
}

export function isAsk(data: unknown): boolean {
  return isOurs(data, "hopwise-ask");
}

function isOurs(data: unknown, type: string): data is Readonly<Record<string, unknown>> {
  return (
    typeof data === "object" &&
    data !== null &&
    Reflect.get(data, "type") === type &&
    Reflect.get(data, "v") === frameVersion
  );
}
