import { putBack } from "../lib/long-lists.ts";
import type { Working } from "../session/ports/working.ts";
import type { Said, Works } from "./chapter-worker.ts";

/** More text than this (UTF-16 units) is read in a worker, so that the page stays responsive. */
export const workerFrom = 100_000;
/** A worker that takes longer, ms, is stopped. */
const patience = 30_000;

/** Has a chapter's text worked at in a worker, which ends with the answer, or with nobody wanting it any more. */
export function workApart<W extends keyof Works>(work: W, ...how: Parameters<Works[W]>): Working<ReturnType<Works[W]>> {
  const worker = new Worker(new URL("./chapter-worker.ts", import.meta.url), { type: "module" });
  let cancel = (): void => {};
  const done = new Promise<ReturnType<Works[W]> | undefined>((resolve, reject) => {
    const timer = setTimeout(() => end(() => reject(new Error("It took longer than 30 seconds to read."))), patience);
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      worker.terminate();
      settle();
    };
    cancel = () => end(() => resolve(undefined));
    let answer: ReturnType<Works[W]>;
    let missing = 0;
    worker.onmessage = ({ data }: MessageEvent<Said>) => {
      if ("parts" in data) {
        answer = data.answer as typeof answer;
        missing = data.parts;
      } else {
        putBack(answer, data);
        missing -= 1;
      }
      if (missing === 0) end(() => resolve(answer));
    };
    worker.onerror = ({ message }) => end(() => reject(new Error(message || "The reader stopped.")));
  });
  worker.postMessage({ work, how });
  return { done, cancel };
}
