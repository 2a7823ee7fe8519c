import { linkVersion } from "./link.ts";
import { clip } from "./read-parts.ts";

/** A link's parts by name, each with all values it was given, before any schema. */
export type RawLink = Map<string, readonly string[]>;

/** From version n (the index) to n + 1. Old links keep working for good: entries are added here, never removed. */
const upgraders: readonly ((raw: RawLink) => RawLink)[] = [
  // 0, a link without a version, as people write it by hand: `hop=5&message=2` says what `at=5.2` does.
  (raw) => {
    const next = new Map(raw);
    const [hop] = raw.get("hop") ?? [];
    const [message] = raw.get("message") ?? [];
    if (hop !== undefined && !raw.has("at")) next.set("at", [`${hop}.${message ?? 1}`]);
    next.delete("hop");
    next.delete("message");
    return next;
  },
];

/** The parts as this version writes them, `v` taken out. Adds to `dropped` when the link is from a later version. */
export function upgradeLink(raw: RawLink, dropped: string[]): RawLink {
  const [text] = raw.get("v") ?? [];
  let parts: RawLink = new Map(raw);
  parts.delete("v");
  const isRead = text !== undefined && /^\d{1,4}$/.test(text);
  if (!isRead && text) dropped.push(`“v=${clip(text)}” in the link cannot be read and was left out.`);
  let version = isRead ? Number(text) : 0;
  if (version > linkVersion) {
    dropped.push(`This link was made by a later version of Hopwise (${version}); what is new in it was left out.`);
    version = linkVersion;
  }
  for (const upgrade of upgraders.slice(version)) parts = upgrade(parts);
  return parts;
}
