/** Items of a list that did not go with the value it is in: `at` leads to the list, by keys and places. */
export interface ListPart {
  readonly at: readonly (string | number)[];
  readonly items: readonly unknown[];
}

/**
 * A value without what its lists hold, where they are longer than `most`, and that in parts no longer than it: taking a
 * large value over from another thread is one task, however long; taking over parts is many. The value itself stays.
 */
export function takeOutLongLists(
  value: unknown,
  most: number,
): { readonly value: unknown; readonly parts: ListPart[] } {
  const parts: ListPart[] = [];
  const at: (string | number)[] = [];

  function inside(key: string | number, one: unknown): unknown {
    at.push(key);
    const without = takeOut(one);
    at.pop();
    return without;
  }

  function takeOut(one: unknown): unknown {
    if (Array.isArray(one)) {
      if (one.length <= most) {
        const all = one.map((item, i) => inside(i, item));
        return all.every((item, i) => item === one[i]) ? one : all;
      }
      for (let from = 0; from < one.length; from += most) {
        const items: unknown[] = [];
        // Before what is taken out of its items: that is put back into them.
        parts.push({ at: [...at], items });
        one.slice(from, from + most).forEach((item, i) => {
          items.push(inside(from + i, item));
        });
      }
      return [];
    }
    if (typeof one !== "object" || one === null || Object.getPrototypeOf(one) !== Object.prototype) return one;
    let copy: Record<string, unknown> | undefined;
    for (const [key, item] of Object.entries(one)) {
      const without = inside(key, item);
      if (without === item) continue;
      copy ??= { ...one };
      copy[key] = without;
    }
    return copy ?? one;
  }

  return { value: takeOut(value), parts };
}

/** Puts a part's items behind those that its list has. The parts come in the order in which they were taken out. */
export function putBack(value: unknown, { at, items }: ListPart): void {
  const list = at.reduce((inside, key) => (inside as Record<string | number, unknown>)[key], value) as unknown[];
  for (const item of items) list.push(item);
}
