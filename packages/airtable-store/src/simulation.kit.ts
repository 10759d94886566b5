import type { Clock } from "./index.ts";

interface Due {
  readonly atMs: number;
  readonly order: number;
  readonly act: () => void | Promise<void>;
}

/** Time that jumps from one thing that is due to the next, as soon as the server has answered whatever it was asked. */
export function simulation(isQuiet: () => boolean, seed = 7) {
  let atMs = Date.UTC(2026, 0, 1);
  const startMs = atMs;
  let order = 0;
  let running = 0;
  let state = seed;
  const due: Due[] = [];

  function random(): number {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  }
  /** A heap would be faster, and longer. */
  function plan(one: Due): void {
    let low = 0;
    let high = due.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = due[middle];
      if (other && (other.atMs < one.atMs || (other.atMs === one.atMs && other.order < one.order)))
        low = middle + 1;
      else high = middle;
    }
    due.splice(low, 0, one);
  }
  async function settle(): Promise<void> {
    for (let quiet = 0; quiet < 20; quiet = isQuiet() ? quiet + 1 : 0)
      await new Promise((resolve) => setImmediate(resolve));
  }
  function pause(ms: number, { signal }: { readonly signal?: AbortSignal } = {}): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      signal?.addEventListener("abort", () => resolve(), { once: true });
      plan({ atMs: atMs + ms, order: order++, act: () => resolve() });
      return undefined;
    });
  }
  const now = () => Math.floor(atMs);
  const clock: Clock = { now, pause, random };
  return {
    now,
    random,
    pause,
    clock,
    /** Does something at a time from the start, in ms. */
    at: (ms: number, act: () => Promise<void>) => plan({ atMs: startMs + ms, order: order++, act }),
    /** Does something after so many ms. */
    later: (ms: number, act: () => void) => plan({ atMs: atMs + ms, order: order++, act }),
    /** Lets the time wait for this work where it waits for the server. */
    start(work: Promise<void>): void {
      running++;
      void work.finally(() => running--);
    },
    async run(untilMs: number): Promise<void> {
      for (;;) {
        if (running > 0 || !isQuiet()) await settle();
        const next = due.shift();
        if (!next || next.atMs > startMs + untilMs) return;
        atMs = Math.max(atMs, next.atMs);
        await next.act();
      }
    },
  };
}
