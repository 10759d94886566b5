/**
 * Gives back to the system what only a start needs: V8 keeps a nursery as large as all that is loaded has made it. Does
 * nothing where Node was started without `--expose-gc`.
 */
export function giveBackMemory(): void {
  globalThis.gc?.({ type: "major", execution: "sync", flavor: "last-resort" });
}
