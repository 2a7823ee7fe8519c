import type { ChapterId } from "../model/ids.ts";
import type { DraftHold, Drafts } from "./ports/drafts.ts";
import type { Hand } from "./write-state.ts";

export interface HoldNeeds {
  readonly drafts: Pick<Drafts, "hold" | "onFree" | "onWritten">;
  readonly onHand: (hand: Hand) => void;
  /** Takes over what another tab has written. */
  readonly reread: (draft: ChapterId) => Promise<void>;
}

/** One tab writes a draft; the others show what it writes, and wait until it lets go. */
export function createWriteHold({ drafts, onHand, reread }: HoldNeeds) {
  let current: ChapterId | undefined;
  let hold: DraftHold | undefined;
  let stops: readonly (() => void)[] = [];

  function stopFollowing(): void {
    for (const stop of stops) stop();
    stops = [];
  }

  async function receive(draft: ChapterId, got: DraftHold, fromOther: boolean): Promise<void> {
    if (draft !== current) return got.release();
    stopFollowing();
    hold?.release();
    hold = got;
    got.onLost(() => {
      hold = undefined;
      follow(draft, "taken");
    });
    // Nobody may type into what is about to be replaced.
    if (fromOther) await reread(draft);
    if (hold === got) onHand("mine");
  }

  function follow(draft: ChapterId, hand: Hand): void {
    if (draft !== current) return;
    onHand(hand);
    stops = [
      drafts.onWritten(draft, () => void reread(draft)),
      drafts.onFree(draft, (got) => void receive(draft, got, true)),
    ];
  }

  function release(): void {
    current = undefined;
    stopFollowing();
    hold?.release();
    hold = undefined;
  }

  return {
    release,
    /** Asks for a draft; with `steal`, the tab that has it loses it. */
    async take(draft: ChapterId, { steal, fromOther }: { steal: boolean; fromOther: boolean }): Promise<void> {
      if (draft !== current) release();
      stopFollowing();
      current = draft;
      const got = await drafts.hold(draft, steal);
      if (got) await receive(draft, got, fromOther);
      else follow(draft, "elsewhere");
    },
  };
}
