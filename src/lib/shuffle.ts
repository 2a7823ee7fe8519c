/** A copy in an order that only `random` decides (Fisher–Yates). */
export function shuffle<Item>(items: readonly Item[], random: () => number): Item[] {
  const mixed = [...items];
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const item = mixed[at] as Item;
    mixed[at] = mixed[other] as Item;
    mixed[other] = item;
  }
  return mixed;
}
