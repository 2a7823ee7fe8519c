import { useEffect, useRef, useState } from "react";
import type { Working } from "../../session/ports/working.ts";

/** What is done within this, ms, is not spoken of. */
const moment = 400;

export interface Work {
  /** Waits for what is under way and says so; undefined when it was stopped, or broke. One at a time. */
  readonly wait: <Result>(working: Working<Result>) => Promise<Result | undefined>;
  /** Whether it takes longer than a moment. */
  readonly long: boolean;
  /** How much is done, 0…1, when that is told. */
  readonly share: number;
  readonly tell: (share: number) => void;
  readonly failed: boolean;
  readonly stop: () => void;
}

/** Work for a section of the dialog; it ends with the dialog. */
export function useWork(): Work {
  const under = useRef<Working<unknown>>(undefined);
  const [long, setLong] = useState(false);
  const [share, setShare] = useState(0);
  const [failed, setFailed] = useState(false);
  const stop = () => under.current?.cancel();
  useEffect(() => () => under.current?.cancel(), []);
  async function wait<Result>(working: Working<Result>): Promise<Result | undefined> {
    stop();
    under.current = working;
    setFailed(false);
    setShare(0);
    const timer = setTimeout(() => setLong(true), moment);
    try {
      return await working.done;
    } catch {
      setFailed(true);
      return undefined;
    } finally {
      clearTimeout(timer);
      if (under.current === working) {
        under.current = undefined;
        setLong(false);
      }
    }
  }
  return { wait, long, share, tell: setShare, failed, stop };
}
