import type { Drafts, StoredDraft } from "../session/ports/drafts.ts";
import type { DraftStore } from "./draft-store.ts";

/** Drafts on this device. The database's code comes when a draft is first asked for. */
export function createDrafts(): Drafts {
  let loaded: Promise<DraftStore> | undefined;
  let ready: DraftStore | undefined;
  const store = () => {
    loaded ??= import("./draft-store.ts").then(({ createDraftStore }) => {
      ready = createDraftStore();
      return ready;
    });
    return loaded;
  };
  return {
    now: () => Date.now(),
    newId: (name) =>
      `draft/${name}-${Math.floor(Math.random() * 0x10000).toString(36)}${(Date.now() % 1296).toString(36)}`,
    list: async () => (await store()).list(),
    read: async (id) => (await store()).read(id),
    place: async (id) => (await store()).place(id),
    write: async (draft: StoredDraft) => (await store()).write(draft),
    jot: (draft) => ready?.jot(draft),
    remove: async (id) => (await store()).remove(id),
    versions: async (id) => (await store()).versions(id),
    addVersion: async (version) => (await store()).addVersion(version),
    removeVersions: async (ids) => (await store()).removeVersions(ids),
    hold: async (id, steal) => (await import("./draft-hold.ts")).holdDraft(id, steal),
    onFree: (id, callback) => later(import("./draft-hold.ts"), ({ awaitHold }) => awaitHold(id, callback)),
    onWritten: (id, callback) => later(store(), (ready) => ready.onWritten(id, callback)),
  };
}

/** Begins something with code that is on its way, unless it is stopped before. Returns the way to stop. */
function later<Code>(coming: Promise<Code>, begin: (code: Code) => () => void): () => void {
  let stop: (() => void) | undefined;
  let gone = false;
  void coming.then((code) => {
    if (!gone) stop = begin(code);
  });
  return () => {
    gone = true;
    stop?.();
  };
}
