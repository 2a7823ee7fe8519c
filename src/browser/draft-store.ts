import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { DraftVersion, Kept, StoredDraft } from "../session/ports/drafts.ts";
import { isDraft, isVersion } from "./draft-schema.ts";
import { createSmallDrafts } from "./small-drafts.ts";

/** What a draft carries beside what the session knows of it: who wrote it, to tell tabs apart. */
interface Record extends StoredDraft {
  readonly writer: string;
}

/** Up to this length (UTF-16 units) a text is put into the small store first, which needs no waiting. */
const smallUpTo = 200_000;

interface Schema extends DBSchema {
  drafts: { key: string; value: Record };
  versions: { key: string; value: DraftVersion; indexes: { draft: string } };
}

export type DraftStore = ReturnType<typeof createDraftStore>;

/**
 * The device's database; where it refuses, the small store; where that is full too, memory. What is in them is as foreign
 * as a file: another version may have written it, or half of it. What cannot be read stays where it is, and is not listed.
 */
export function createDraftStore() {
  const writer = `${Date.now()}-${Math.random()}`;
  const memory = new Map<string, StoredDraft>();
  const rememberedVersions = new Map<string, DraftVersion>();
  const small = createSmallDrafts();
  /** When this tab last read or wrote each draft: an entry of another tab that is newer is a conflict. */
  const seen = new Map<string, number>();
  const channel = typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel("hopwise/drafts");
  let opening: Promise<IDBPDatabase<Schema> | undefined> | undefined;

  function database(): Promise<IDBPDatabase<Schema> | undefined> {
    opening ??= open().catch(() => undefined);
    return opening;
  }

  /** Rejects too where the browser throws at once, as it does when storage is forbidden. */
  async function open(): Promise<IDBPDatabase<Schema>> {
    return openDB<Schema>("hopwise", 1, {
      upgrade(db) {
        db.createObjectStore("drafts", { keyPath: "id" });
        db.createObjectStore("versions", { keyPath: "id" }).createIndex("draft", "draft");
      },
    });
  }

  function jot(draft: StoredDraft): void {
    memory.set(draft.id, draft);
    const size = draft.files.reduce((sum, { text }) => sum + text.length, 0);
    if (size <= smallUpTo) small.write(draft);
  }

  /** Does something with the database; undefined when it is not there or refuses. */
  async function attempt<Result>(use: (db: IDBPDatabase<Schema>) => Promise<Result>): Promise<Result | undefined> {
    const db = await database();
    if (!db) return undefined;
    try {
      return await use(db);
    } catch {
      return undefined;
    }
  }

  function put(record: Record): Promise<Kept | undefined> {
    return attempt(async (db): Promise<Kept> => {
      const work = db.transaction("drafts", "readwrite");
      const there = await work.store.get(record.id);
      if (there && there.writer !== writer && there.changed > (seen.get(record.id) ?? 0)) {
        await work.done;
        return "conflict";
      }
      await Promise.all([work.store.put(record), work.done]);
      return "device";
    });
  }

  /** A draft's newest state; of equal ones, the one that is kept best. */
  async function find(id: string): Promise<{ readonly draft: StoredDraft; readonly kept: Kept } | undefined> {
    const [inDatabase, inSmall, inMemory] = [
      await attempt((db) => db.get("drafts", id)),
      small.read(id),
      memory.get(id),
    ];
    return [
      ...(isDraft(inDatabase) ? [{ draft: inDatabase, kept: "device" as const }] : []),
      ...(inSmall ? [{ draft: inSmall, kept: "small" as const }] : []),
      ...(inMemory ? [{ draft: inMemory, kept: "memory" as const }] : []),
    ].sort((a, b) => b.draft.changed - a.draft.changed)[0];
  }

  async function versionsIn(db: IDBPDatabase<Schema>, id: string): Promise<readonly DraftVersion[]> {
    return (await db.getAllFromIndex("versions", "draft", id)).filter(isVersion);
  }

  async function dropOldVersions(id: string): Promise<void> {
    await attempt(async (db) => {
      const all = [...(await versionsIn(db, id))].sort((a, b) => a.at - b.at);
      await Promise.all(all.slice(1, -1).map((version) => db.delete("versions", version.id)));
    });
  }

  return {
    jot,
    async list(): Promise<readonly StoredDraft[]> {
      const stored = (await attempt((db) => db.getAll("drafts"))) ?? [];
      const kept = stored.filter(isDraft);
      const all = new Map<string, StoredDraft>();
      for (const draft of [...kept, ...small.list(), ...memory.values()]) {
        if ((all.get(draft.id)?.changed ?? -1) < draft.changed) all.set(draft.id, draft);
      }
      return [...all.values()].sort((a, b) => b.changed - a.changed);
    },
    async read(id: string): Promise<StoredDraft | undefined> {
      const found = (await find(id))?.draft;
      if (found) seen.set(id, Math.max(found.changed, seen.get(id) ?? 0));
      return found;
    },
    place: async (id: string): Promise<Kept | undefined> => (await find(id))?.kept,
    async write(draft: StoredDraft): Promise<Kept> {
      // A page that is closed or dies right after a keystroke loses what the database has not finished.
      if (memory.get(draft.id) !== draft) jot(draft);
      const record = { ...draft, writer };
      let kept = await put(record);
      if (kept === undefined && (await database())) {
        // Most often the disk's share is used up: what can be done without makes room.
        await dropOldVersions(draft.id);
        kept = await put(record);
      }
      if (kept === "conflict") {
        memory.delete(draft.id);
        small.remove(draft.id);
        return kept;
      }
      // What was jotted down meanwhile is newer than what the database has now.
      if (kept === "device" && memory.get(draft.id) === draft) small.remove(draft.id);
      // Nor may what the database refused take its place.
      kept ??= small.write(memory.get(draft.id) ?? draft) ? "small" : "memory";
      seen.set(draft.id, draft.changed);
      if (kept !== "memory") channel?.postMessage(draft.id);
      return kept;
    },
    async remove(id: string): Promise<void> {
      memory.delete(id);
      small.remove(id);
      await attempt(async (db) => {
        await db.delete("drafts", id);
        const keys = await db.getAllKeysFromIndex("versions", "draft", id);
        await Promise.all(keys.map((key) => db.delete("versions", key)));
      });
    },
    async versions(id: string): Promise<readonly DraftVersion[]> {
      const kept = (await attempt((db) => versionsIn(db, id))) ?? [];
      const ids = new Set(kept.map((version) => version.id));
      const others = [...rememberedVersions.values()].filter((each) => each.draft === id && !ids.has(each.id));
      return [...kept, ...others].sort((a, b) => b.at - a.at);
    },
    async addVersion(version: DraftVersion): Promise<void> {
      const kept = await attempt((db) => db.put("versions", version));
      if (kept === undefined) rememberedVersions.set(version.id, version);
    },
    async removeVersions(ids: readonly string[]): Promise<void> {
      for (const id of ids) rememberedVersions.delete(id);
      await attempt((db) => Promise.all(ids.map((id) => db.delete("versions", id))));
    },
    onWritten(id: string, callback: () => void): () => void {
      const hear = (event: MessageEvent<unknown>): void => {
        if (event.data === id) callback();
      };
      channel?.addEventListener("message", hear);
      return () => channel?.removeEventListener("message", hear);
    },
  };
}
