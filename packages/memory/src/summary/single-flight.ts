import type { WaitOptions } from "../wait-options.ts";

interface Flight<T> {
  readonly result: Promise<T>;
  readonly abandoned: AbortController;
  callers: number;
}

/**
 * Runs one piece of work a key at a time: who comes while it runs is given its result. The work's signal aborts when no
 * caller waits any more; a caller that goes before the others is given `gone()`.
 */
export function singleFlight<T>(gone: () => T) {
  const flights = new Map<string, Flight<T>>();

  function take(
    key: string,
    work: (signal: AbortSignal) => Promise<T>,
    { signal }: WaitOptions,
  ): Flight<T> {
    const running = flights.get(key);
    // Work that nobody waits for any more is about to end without a result.
    if (running && running.callers > 0) return running;
    const abandoned = new AbortController();
    if (signal?.aborted) abandoned.abort(signal.reason);
    const result = work(abandoned.signal).finally(() => {
      if (flights.get(key) === flight) flights.delete(key);
    });
    const flight: Flight<T> = { result, abandoned, callers: 0 };
    flights.set(key, flight);
    return flight;
  }

  return async function run(
    key: string,
    work: (signal: AbortSignal) => Promise<T>,
    { signal }: WaitOptions = {},
  ): Promise<T> {
    const flight = take(key, work, { signal });
    flight.callers++;
    return new Promise<T>((resolve, reject) => {
      function leave(): void {
        flight.callers--;
        // The last one waits for the work to end, which is soon, and learns what it has reached.
        if (flight.callers === 0) flight.abandoned.abort(signal?.reason);
        else resolve(gone());
      }
      if (signal?.aborted) leave();
      else signal?.addEventListener("abort", leave, { once: true });
      void flight.result
        .then(resolve, reject)
        .finally(() => signal?.removeEventListener("abort", leave));
    });
  };
}
