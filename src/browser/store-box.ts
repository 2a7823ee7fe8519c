import type { StoreBox } from "../session/ports/store-box.ts";

/** Local storage under a prefix. Private windows and full disks make every call of it throw, reading included. */
export function createStoreBox(prefix: string): StoreBox {
  function attempt<Result>(use: (storage: Storage) => Result, otherwise: Result): Result {
    try {
      return use(window.localStorage);
    } catch {
      return otherwise;
    }
  }
  return {
    get: (key) => attempt((storage) => storage.getItem(prefix + key) ?? undefined, undefined),
    set: (key, value) =>
      attempt((storage) => {
        storage.setItem(prefix + key, value);
        return true;
      }, false),
    remove: (key) => attempt((storage) => storage.removeItem(prefix + key), undefined),
    keys: () =>
      attempt(
        (storage) =>
          Object.keys(storage)
            .filter((key) => key.startsWith(prefix))
            .map((key) => key.slice(prefix.length)),
        [],
      ),
  };
}
