import type { DraftHold } from "../session/ports/drafts.ts";

/** A free-standing hold, for browsers without locks: there the check before each write is what protects a draft. */
const free: DraftHold = { onLost: () => undefined, release: () => undefined };

/** A page that is reloaded may find its former self still letting go: it asks again after these waits, ms. */
const patience = [120, 300];

/** One tab holds a draft at a time, by the browser's own locks: a tab that crashes loses its hold by itself. */
export async function holdDraft(id: string, steal: boolean): Promise<DraftHold | undefined> {
  if (!navigator.locks) return free;
  for (const wait of steal ? [] : patience) {
    const hold = await ask(id, false);
    if (hold) return hold;
    await new Promise((done) => setTimeout(done, wait));
  }
  return ask(id, steal);
}

function ask(id: string, steal: boolean): Promise<DraftHold | undefined> {
  return new Promise((answer) => {
    const lost = new Set<() => void>();
    let release = (): void => undefined;
    const until = new Promise<void>((done) => {
      release = done;
    });
    const options: LockOptions = steal ? { steal: true } : { ifAvailable: true };
    navigator.locks
      .request(`hopwise/${id}`, options, (lock) => {
        if (!lock) return answer(undefined);
        answer({ onLost: (callback) => void lost.add(callback), release });
        return until;
      })
      .catch(() => {
        // Stolen: the browser rejects the request of the tab that had it.
        for (const callback of lost) callback();
        answer(undefined);
      });
  });
}
