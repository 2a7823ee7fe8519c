interface Dated {
  readonly id: string;
  /** In ms since 1970. */
  readonly at: number;
}

const minute = 60_000;

/** Up to this age, ms, one version is kept per stretch. Beyond the last, one a day. */
const spacing: readonly { readonly age: number; readonly every: number }[] = [
  { age: 10 * minute, every: 0 },
  { age: 60 * minute, every: 5 * minute },
  { age: 24 * 60 * minute, every: 60 * minute },
];
const day = 24 * 60 * minute;

/**
 * Which versions may go: the older, the wider apart those that stay; never more than `most`. The newest and the oldest
 * always stay.
 */
export function thinVersions<Version extends Dated>(versions: readonly Version[], now: number, most = 60): Version[] {
  const sorted = [...versions].sort((a, b) => b.at - a.at);
  const kept: Version[] = [];
  for (const [index, version] of sorted.entries()) {
    const last = kept.at(-1);
    const every = spacing.find(({ age }) => now - version.at <= age)?.every ?? day;
    if (index === sorted.length - 1 || !last || last.at - version.at >= every) kept.push(version);
  }
  // Still too many: from the middle outwards every second one goes, so that both ends stay well covered.
  while (kept.length > Math.max(2, most)) kept.splice(Math.floor(kept.length / 2), 1);
  const stays = new Set(kept.map(({ id }) => id));
  return versions.filter(({ id }) => !stays.has(id));
}
