const flagOf = (error: Error): unknown => ("retryable" in error ? error.retryable : undefined);

/**
 * Whether the same call would fail again, as with an id that the archive does not take, or without permission: some
 * error in the chain of causes says `retryable: false`, and none before it says that it is.
 */
export function isPermanent(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    const retryable = flagOf(at);
    if (typeof retryable === "boolean") return !retryable;
  }
  return false;
}
