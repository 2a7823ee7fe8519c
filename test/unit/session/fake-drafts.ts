import type { DraftHold, Drafts, DraftVersion, StoredDraft } from "../../../src/session/ports/drafts.ts";

export interface FakeDevice {
  readonly drafts: Map<string, StoredDraft>;
  readonly jotted: Map<string, StoredDraft>;
  readonly versions: Map<string, DraftVersion>;
  readonly holders: Map<string, () => void>;
  /** Tabs that wait for a draft to be let go, by its id. */
  readonly waiting: Map<string, readonly (() => void)[]>;
  readonly hearers: Set<(id: string) => void>;
}

export function fakeDevice(): FakeDevice {
  return {
    drafts: new Map(),
    jotted: new Map(),
    versions: new Map(),
    holders: new Map(),
    waiting: new Map(),
    hearers: new Set(),
  };
}

function holdOn(device: FakeDevice, id: string): DraftHold {
  let lost = (): void => undefined;
  const mine = (): void => lost();
  device.holders.set(id, mine);
  return {
    onLost: (callback) => {
      lost = callback;
    },
    release: () => {
      if (device.holders.get(id) !== mine) return;
      device.holders.delete(id);
      const [next, ...others] = device.waiting.get(id) ?? [];
      device.waiting.set(id, others);
      next?.();
    },
  };
}

/** The drafts of one device as one of its tabs sees them. */
export function fakeDrafts(now: () => number, device: FakeDevice = fakeDevice()): Drafts {
  return {
    now,
    newId: (name) => `draft/${name}-${device.drafts.size + 1}`,
    list: async () => [...device.drafts.values()],
    read: async (id) => device.drafts.get(id),
    place: async (id) => (device.drafts.has(id) ? "device" : undefined),
    write: async (draft) => {
      device.drafts.set(draft.id, draft);
      for (const hear of device.hearers) hear(draft.id);
      return "device";
    },
    jot: (draft) => void device.jotted.set(draft.id, draft),
    remove: async (id) => void device.drafts.delete(id),
    versions: async (id) =>
      [...device.versions.values()].filter(({ draft }) => draft === id).sort((a, b) => b.at - a.at),
    addVersion: async (version) => void device.versions.set(version.id, version),
    removeVersions: async (ids) => {
      for (const id of ids) device.versions.delete(id);
    },
    hold: async (id, steal) => {
      if (device.holders.has(id) && !steal) return undefined;
      device.holders.get(id)?.();
      return holdOn(device, id);
    },
    onFree: (id, callback) => {
      const give = (): void => callback(holdOn(device, id));
      const waiting = [...(device.waiting.get(id) ?? []), give];
      device.waiting.set(id, waiting);
      return () =>
        void device.waiting.set(
          id,
          (device.waiting.get(id) ?? []).filter((one) => one !== give),
        );
    },
    onWritten: (id, callback) => {
      const hear = (written: string): void => {
        if (written === id) callback();
      };
      device.hearers.add(hear);
      return () => device.hearers.delete(hear);
    },
  };
}
