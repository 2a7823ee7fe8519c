const reads = new Set<() => void>();

/**
 * Reads the size of a box that was just made: before the next paint, together with all others that are new, since the
 * page would be laid out anew for each that is read by itself. Preact draws what comes of it before the paint, too.
 */
export function firstLook(read: () => void): void {
  if (reads.size === 0) requestAnimationFrame(readAll);
  reads.add(read);
}

function readAll(): void {
  const all = [...reads];
  reads.clear();
  for (const read of all) read();
}
