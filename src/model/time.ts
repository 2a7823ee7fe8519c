import type { Flavor } from "../lib/flavor.ts";

/** A length of time in milliseconds. */
export type Duration = Flavor<number, "duration">;
/** A point on a run's own clock, in milliseconds since the client's first message left. */
export type Instant = Flavor<number, "instant">;
