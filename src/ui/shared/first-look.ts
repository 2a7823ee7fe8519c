/**
 * Reads the size of a box that was just made: at once, since React would paint before it is told later. In flows, which
 * come by the dozen, `src/embed/first-look.ts` stands in its place.
 */
export function firstLook(read: () => void): void {
  read();
}
