// The types of `hopwise/element`, as the package has them (dist/types/element.d.ts): the component from outside.
import type { HopwiseProblem, HopwiseStep, HopwiseVerdict } from "./embed/events.js";

export type { HopwiseProblem, HopwiseStep, HopwiseVerdict };

export interface HopwiseFlowAttributes {
  /** Address of a chapter; without it, the text in the tag is played. */
  src?: string;
  /** Address of the index.md whose layers and failures the chapter shares. */
  index?: string;
  scenario?: string;
  /** `5.2`, the second message of the fifth hop, or a time such as `132ms`. */
  at?: string;
  /** Ids of failures, with commas between them. */
  fail?: string;
  /** `choice:branch`, with commas between them. */
  with?: string;
  controls?: "full" | "min" | "none";
  view?: "even" | "scale" | "hop";
  theme?: "auto" | "light" | "dark";
  /** Language of the chapter's own words. */
  lang?: string;
}

export interface HopwiseFlowEvents {
  "hopwise-step": CustomEvent<HopwiseStep>;
  "hopwise-verdict": CustomEvent<HopwiseVerdict>;
  "hopwise-problem": CustomEvent<HopwiseProblem>;
}

export interface HopwiseFlow extends HTMLElement {
  play(): void;
  pause(): void;
  /** Goes to a message (`5.2`) or an instant (`132ms`). False when this run never comes there. */
  seek(at: string): boolean;
  /** Switches these failures on from the start, and all others off. */
  setFailures(ids: readonly string[]): void;
}

export declare const HopwiseFlow: { new (): HopwiseFlow; readonly prototype: HopwiseFlow };

/** Makes flows of the Mermaid sequence diagrams that a page has. Returns how many. */
export declare function upgradePage(page: Document): number;

declare global {
  interface HTMLElementTagNameMap {
    "hopwise-flow": HopwiseFlow;
  }
  // They bubble, so they are heard anywhere above the tag, too.
  interface GlobalEventHandlersEventMap extends HopwiseFlowEvents {}
}
