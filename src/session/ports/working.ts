/** Work that is under way, apart from the page or in it. */
export interface Working<Result> {
  /** Undefined when it was cancelled. Rejects when the work was given up. */
  readonly done: Promise<Result | undefined>;
  cancel(): void;
}
