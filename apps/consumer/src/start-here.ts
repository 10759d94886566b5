import type { JobRef } from "@tgmem/contracts";

/** Says how many runs there are at once, and what ends them. */
export interface StartHereOptions {
  /** More runs than these wait on the list. */
  readonly slots: number;
  /** Ends the runs that are under way. */
  readonly signal: AbortSignal;
  /** Hears of a run that failed; its job goes on when its lease ends. */
  readonly onError: (error: unknown) => void;
}

/** Starts runs in this process, for a bot without an engine. */
export function startHere(
  run: (ref: JobRef, options: { readonly signal: AbortSignal }) => Promise<void>,
  { slots, signal, onError }: StartHereOptions,
) {
  const running = new Set<Promise<void>>();
  return {
    start: async (refs: readonly JobRef[]) => {
      for (const ref of refs) {
        while (running.size >= slots) await Promise.race(running);
        const one: Promise<void> = run(ref, { signal })
          .catch(onError)
          .finally(() => running.delete(one));
        running.add(one);
      }
      return { started: refs.length, alive: 0 };
    },
    /** Resolves when no run is under way. */
    async ended() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
