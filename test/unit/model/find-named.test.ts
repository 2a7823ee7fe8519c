import { expect, test } from "vitest";
import { findNamed } from "../../../src/model/find-named.ts";

const faults = [
  { id: "ufw-blocks-80", title: "UFW blocks :80" },
  { id: "redis-down", title: "Redis down" },
  { id: "postgres-down", title: "Postgres down" },
];
const idOf = (name: string): string => {
  const found = findNamed(faults, name);
  return found.kind === "one" ? found.item.id : found.kind;
};

test("an id, a title or a part that only one has is enough", () => {
  expect(idOf("redis-down")).toBe("redis-down");
  expect(idOf("Redis Down")).toBe("redis-down");
  expect(idOf("UFW blocks :80")).toBe("ufw-blocks-80");
  expect(idOf("ufw")).toBe("ufw-blocks-80");
  expect(idOf("postgres")).toBe("postgres-down");
});

test("what fits several or nothing is not guessed", () => {
  expect(idOf("down")).toBe("several");
  expect(idOf("b2")).toBe("none");
  expect(idOf("  ")).toBe("none");
});

test("a whole title wins over being a part of another", () => {
  const found = findNamed(
    [
      { id: "a", title: "Read" },
      { id: "b", title: "Read list" },
    ],
    "read",
  );
  expect(found).toMatchObject({ kind: "one", item: { id: "a" } });
});
