import { useEffect, useState } from "react";
import { useSession } from "../../app/session-context.ts";

const key = "waterfall-height";
const least = 34;

/** The waterfall's height in CSS px, as the reader left it. */
export function useWaterfallHeight() {
  const { ports } = useSession();
  const most = Math.max(least, Math.round(window.innerHeight * 0.6));
  const [value, setValue] = useState(() => {
    const stored = Number(ports.storage.get(key));
    const start = stored > 0 ? stored : Math.round(window.innerHeight * 0.225);
    return Math.min(most, Math.max(least, start));
  });
  useEffect(() => {
    // Written when it rests, not with every pixel of a drag.
    return ports.clock.after(400, () => ports.storage.set(key, String(value)));
  }, [ports, value]);
  return { value, least, most, onChange: setValue };
}
