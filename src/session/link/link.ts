import type { ChapterId, FaultId } from "../../model/ids.ts";
import type { MomentAt } from "../../model/moment.ts";
import type { Onset } from "../../model/run.ts";
import type { Instant } from "../../model/time.ts";
import type { BlastView, Drawer, Spacing, ThemeChoice, ViewName } from "../state.ts";

export const linkVersion = 1;

/** Where the playhead stands: at a message (`5.2`), within its hop, or at an instant (`132ms`). */
export type LinkAt = ({ readonly kind: "message" } & Onset) | { readonly kind: "instant"; readonly instant: Instant };

/** What an address says, before any chapter was looked at: names may turn out to be unknown. */
export interface Link {
  readonly view?: ViewName;
  readonly chapter?: ChapterId;
  /** Address of a chapter that is read from elsewhere. */
  readonly src?: string;
  /** A chapter that the link itself holds, compressed: the fragment, which no server ever sees. */
  readonly carried?: string;
  readonly scenario?: string;
  readonly at?: LinkAt;
  readonly fail: readonly { readonly id: FaultId; readonly onset?: Onset }[];
  /** Choices (`connection` → `warm`) and sides of partial faults (`node-nic-fails` → `affected`). */
  readonly with: readonly { readonly name: string; readonly value: string }[];
  /** The other run of a comparison; nothing named: the same run without failures. */
  readonly compare?: Pick<Link, "fail" | "with">;
  readonly spacing?: Spacing;
  /** `drawn=mermaid`: as Mermaid draws it. */
  readonly drawn?: Drawer;
  readonly focus?: number;
  readonly theme?: ThemeChoice;
  readonly seed?: number;
  /** What is seen, for the diagnosis: `saw=create-task:521,read-list:works`. */
  readonly saw?: readonly { readonly subject: string; readonly what: string }[];
  /** How the blast radius is looked at, where it differs from the usual. */
  readonly sort?: BlastView["sort"];
  readonly pairs?: boolean;
  readonly only?: NonNullable<BlastView["only"]>;
  readonly layer?: string;
  /** A question of the predict view: `3` of the first set, or `3@2` of the second. */
  readonly round?: { readonly set: number; readonly n: number };
  /** The walkthrough that this is a moment of: its chapter's id or address, and which moment, from 1. */
  readonly walkthrough?: MomentAt;
}

export const emptyLink: Link = { fail: [], with: [] };
