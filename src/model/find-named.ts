/** Something a reader may call by its id, its title, or a part of its title that only it has. */
export interface Named {
  readonly id: string;
  readonly title: string;
}

export type Found<Item> =
  | { readonly kind: "one"; readonly item: Item }
  | { readonly kind: "several"; readonly items: readonly Item[] }
  | { readonly kind: "none" };

/** Finds by id first, then by whole title, then by a part of id or title; case and spacing do not matter. */
export function findNamed<Item extends Named>(items: readonly Item[], name: string): Found<Item> {
  const wanted = plain(name);
  if (wanted === "") return { kind: "none" };
  const ways: ((item: Item) => boolean)[] = [
    (item) => item.id === name,
    (item) => plain(item.id) === wanted,
    (item) => plain(item.title) === wanted,
    (item) => plain(item.title).includes(wanted) || plain(item.id).includes(wanted),
  ];
  for (const way of ways) {
    const fitting = items.filter(way);
    const [first] = fitting;
    if (first !== undefined)
      return fitting.length === 1 ? { kind: "one", item: first } : { kind: "several", items: fitting };
  }
  return { kind: "none" };
}

/** Letters and digits of any script, in lower case, with single spaces between. */
function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
