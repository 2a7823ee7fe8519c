/** The command was used wrongly: exit status 2. The message says what to do instead. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
