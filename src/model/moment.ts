import type { Prose } from "./prose.ts";

/** A step of a walkthrough: what is told, and the link that shows it. */
export interface Moment {
  readonly title: string;
  readonly notes: Prose;
  /** The link's query and fragment, `?` included; without one, what the moment before showed stays. */
  readonly link?: string;
  /** Of its heading, from 1. */
  readonly line: number;
}

/** A moment of a walkthrough that has a name: its chapter's id or address, and which moment, from 1. */
export interface MomentAt {
  readonly of: string;
  readonly n: number;
}
