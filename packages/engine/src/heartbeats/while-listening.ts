/** How the heartbeats of a worker begin and end. */
export interface Beats {
  readonly start: () => void;
  readonly stop: () => void;
}

/**
 * Passes on what comes by a stream, and lets the heart beat while it stands: `afterMs` later, so that a call that fails at
 * once, as those to an engine that is away do, begins nothing.
 */
export async function* whileListening<T>(
  stream: AsyncIterable<T>,
  { start, stop }: Beats,
  { afterMs }: { readonly afterMs: number },
): AsyncGenerator<T> {
  const timer = setTimeout(start, afterMs);
  try {
    yield* stream;
  } finally {
    clearTimeout(timer);
    stop();
  }
}
