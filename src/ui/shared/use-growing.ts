import { useEffect, useState } from "react";

/** The first items of a list, and with every frame as many more: laid out all at once, a long list holds the page up. */
export function useGrowing<Item>(items: readonly Item[], atOnce: number): readonly Item[] {
  const [grown, setGrown] = useState({ items, count: atOnce });
  const count = grown.items === items ? grown.count : atOnce;
  const whole = count >= items.length;
  useEffect(() => {
    if (whole) return;
    const next = requestAnimationFrame(() => setGrown({ items, count: count + atOnce }));
    return () => cancelAnimationFrame(next);
  }, [whole, items, count, atOnce]);
  return whole ? items : items.slice(0, count);
}
