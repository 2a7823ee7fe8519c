import { useCallback, useState } from "react";
import { useSession } from "../app/session-context.ts";

/** How the writer has arranged the view, kept in this browser; anything but one of `all` is as if nothing was kept. */
export function useKept<Value extends string>(name: string, all: readonly Value[], first: Value) {
  const { storage } = useSession().ports;
  const [value, setValue] = useState<Value>(() => all.find((one) => one === storage.get(`write/${name}`)) ?? first);
  const keep = useCallback(
    (next: Value) => {
      setValue(next);
      storage.set(`write/${name}`, next);
    },
    [storage, name],
  );
  return [value, keep] as const;
}

export const onOff = ["on", "off"] as const;
