import type { JobRef } from "@tgmem/contracts";

/** Says how many runs there are at once, and what ends them. */
export interface StartHereOptions {
  /** More runs than these wait for one of them to end. */
  readonly slots: number;
  /** Aborts when no further run is to begin. */
  readonly stopping: AbortSignal;
  /** Ends the runs that are under way. */
  readonly signal: AbortSignal;
  /** Hears of a run that failed; its job goes on when its lease ends. */
  readonly onError: (error: unknown) => void;
}

/** How lists are dispatched to runs of this process: what waits for a slot is a name each, of one message a chat, so that all are taken at once. */
export const dispatchedHere = { batch: 100, maxWaiting: Infinity } as const;

/** Starts runs in this process, for a bot without an engine. */
export function startHere(
  run: (ref: JobRef, options: { readonly signal: AbortSignal }) => Promise<void>,
  { slots, stopping, signal, onError }: StartHereOptions,
) {
  const running = new Set<Promise<void>>();
  const waiting = new Map<string, JobRef>();

  function fill(): void {
    for (const [key, ref] of waiting) {
      if (running.size >= slots || stopping.aborted) return;
      waiting.delete(key);
      const one: Promise<void> = run(ref, { signal })
        .catch(onError)
        .finally(() => {
          running.delete(one);
          fill();
        });
      running.add(one);
    }
  }

  return {
    /** Begins them as there are slots. Those that wait for one already are `alive`. */
    start: async (refs: readonly JobRef[]) => {
      const before = waiting.size;
      for (const ref of refs) waiting.set(`${ref.lane}\n${ref.id}`, ref);
      const started = waiting.size - before;
      fill();
      return { started, alive: refs.length - started };
    },
    /** Resolves when no run is under way. */
    async ended() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
