export interface Ends {
  readonly signal: AbortSignal;
  /** What ended the call, if anything did. */
  why(): "timeout" | "aborted" | undefined;
  /** MUST be called: frees the timer and the listeners. */
  release(): void;
}

/**
 * One signal that ends at `timeoutMs` or with any of `signals`. Joined by hand, because `AbortSignal.any` keeps memory
 * for every call that was joined to a long-lived signal.
 */
export function endBy(timeoutMs: number, signals: readonly AbortSignal[]): Ends {
  const own = new AbortController();
  let reason: "timeout" | "aborted" | undefined;
  const end = (why: "timeout" | "aborted") => {
    reason ??= why;
    own.abort();
  };
  const onAbort = () => end("aborted");
  const timer = setTimeout(end, timeoutMs, "timeout");
  for (const signal of signals) {
    if (signal.aborted) onAbort();
    else signal.addEventListener("abort", onAbort, { once: true });
  }
  return {
    signal: own.signal,
    why: () => reason,
    release() {
      clearTimeout(timer);
      for (const signal of signals) signal.removeEventListener("abort", onAbort);
    },
  };
}
