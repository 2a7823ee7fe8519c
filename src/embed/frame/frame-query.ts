import type { FlowControls } from "../../ui/flow/Flow.tsx";

/** What an embed's address says besides the app's own query string. */
export interface FrameQuery {
  /** The app's query string and fragment, with nothing of the embed's in it. */
  readonly link: string;
  readonly controls: FlowControls;
  /** The frame's name in its messages. */
  readonly id: string;
  /** A sentence for each part that cannot be read. */
  readonly notes: readonly string[];
}

const controlWords: readonly FlowControls[] = ["full", "min", "none"];

/** Takes an embed's address apart. Total. */
export function readFrameQuery(search: string, hash: string): FrameQuery {
  const notes: string[] = [];
  const own = new Map<string, string>();
  // Only our own parts are taken out: the rest is the app's to read, as it was written.
  const rest = search
    .replace(/^\?/, "")
    .split("&")
    .filter((part) => {
      const [, name = "", value = ""] = /^(embed|controls|id)=(.*)$/s.exec(part) ?? [];
      if (name !== "") own.set(name, decode(value));
      return name === "" && part !== "";
    });
  const version = own.get("embed") ?? "v1";
  if (version !== "v1") {
    notes.push(`This page was asked for an embed of version “${version.slice(0, 20)}”; it knows v1, and shows that.`);
  }
  const asked = own.get("controls") || "full";
  const controls = controlWords.find((word) => word === asked);
  if (!controls) notes.push(`controls=${asked.slice(0, 40)} cannot be read: expected ${controlWords.join(", ")}.`);
  return {
    link: (rest.length > 0 ? `?${rest.join("&")}` : "") + hash,
    controls: controls ?? "full",
    id: (own.get("id") ?? "").slice(0, 100),
    notes,
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
