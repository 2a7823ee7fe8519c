import fc from "fast-check";
import { expect, it } from "vitest";
import { thinVersions } from "../../../src/session/thin-versions.ts";

it("keeps the newest and the oldest version, and never more than it may", () => {
  const ages = fc.uniqueArray(fc.integer({ min: 0, max: 40 * 24 * 3_600_000 }), { minLength: 1, maxLength: 120 });
  fc.assert(
    fc.property(ages, (all) => {
      const now = 1e12;
      const versions = all.map((age) => ({ id: String(age), at: now - age }));
      const gone = new Set(thinVersions(versions, now, 20).map(({ id }) => id));
      expect(gone.has(String(Math.min(...all)))).toBe(false);
      expect(gone.has(String(Math.max(...all)))).toBe(false);
      expect(versions.length - gone.size).toBeLessThanOrEqual(20);
    }),
  );
});
