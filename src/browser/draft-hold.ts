import type { DraftHold } from "../session/ports/drafts.ts";

/** A free-standing hold, for browsers without locks: there the check before each write is what protects a draft. */
const free: DraftHold = { onLost: () => undefined, release: () => undefined };

/** A page that is reloaded may find its former self still letting go: it asks again after these waits, ms. */
const patience = [120, 300];

/** One tab holds a draft at a time, by the browser's own locks: a tab that crashes loses its hold by itself. */
export async function holdDraft(id: string, steal: boolean): Promise<DraftHold | undefined> {
  if (!navigator.locks) return free;
  for (const wait of steal ? [] : patience) {
    const hold = await ask(id, { ifAvailable: true });
    if (hold) return hold;
    await new Promise((done) => setTimeout(done, wait));
  }
  return ask(id, steal ? { steal } : { ifAvailable: true });
}

/** Calls back with the hold when the tab that has it lets go: closed, crashed or gone elsewhere. Returns the way to stop waiting. */
export function awaitHold(id: string, onHold: (hold: DraftHold) => void): () => void {
  const waiting = new AbortController();
  if (navigator.locks) void ask(id, { signal: waiting.signal }).then((hold) => hold && onHold(hold));
  return () => waiting.abort();
}

function ask(id: string, options: LockOptions): Promise<DraftHold | undefined> {
  return new Promise((answer) => {
    const lost = new Set<() => void>();
    let release = (): void => undefined;
    const until = new Promise<void>((done) => {
      release = done;
    });
    navigator.locks
      .request(`hopwise/${id}`, options, (lock) => {
        if (!lock) return answer(undefined);
        answer({ onLost: (callback) => void lost.add(callback), release });
        return until;
      })
      .catch(() => {
        // Stolen, or no longer waited for: the browser rejects the request.
        for (const callback of lost) callback();
        answer(undefined);
      });
  });
}
