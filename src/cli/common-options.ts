/** What every command takes. */
export interface CommonOptions {
  readonly json: boolean;
  /** Warnings count as errors. */
  readonly strict: boolean;
  /** Undefined when neither `--color` nor `--no-color` was said. */
  readonly color?: boolean;
}
