export interface Deadline {
  /** Aborts when the time is over or one of the given signals aborts. */
  readonly signal: AbortSignal;
  /** Aborts at once. */
  readonly end: () => void;
  clear(): void;
}

/** Keeps the process alive, which `AbortSignal.timeout` does not, and leaves no listener on long-lived signals. */
export function deadline(ms: number, ...signals: readonly (AbortSignal | undefined)[]): Deadline {
  const controller = new AbortController();
  const end = () => controller.abort();
  const timer = setTimeout(end, ms);
  for (const signal of signals) {
    if (signal?.aborted) end();
    signal?.addEventListener("abort", end);
  }
  return {
    signal: controller.signal,
    end,
    clear() {
      clearTimeout(timer);
      for (const signal of signals) signal?.removeEventListener("abort", end);
    },
  };
}

/** Resolves after `ms`, or when a signal aborts. */
export async function pause(
  ms: number,
  ...signals: readonly (AbortSignal | undefined)[]
): Promise<void> {
  const end = deadline(ms, ...signals);
  if (!end.signal.aborted) {
    await new Promise((resolve) => end.signal.addEventListener("abort", resolve, { once: true }));
  }
  end.clear();
}

/** What the work resolves with, or null when it has no result `graceMs` after an abort. */
export async function unlessAborted<T>(
  work: Promise<T>,
  graceMs: number,
  ...signals: readonly (AbortSignal | undefined)[]
): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const givenUp = Promise.withResolvers<null>();
  const giveUp = () => (timer ??= setTimeout(givenUp.resolve, graceMs, null));
  for (const signal of signals) {
    if (signal?.aborted) giveUp();
    signal?.addEventListener("abort", giveUp);
  }
  try {
    return await Promise.race([work, givenUp.promise]);
  } finally {
    clearTimeout(timer);
    for (const signal of signals) signal?.removeEventListener("abort", giveUp);
  }
}
