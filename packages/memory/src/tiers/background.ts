/** Work that no caller waits for. Its failures are told by events of what it calls. */
export interface Background {
  run(work: () => Promise<void>): void;
  /** Resolves when nothing runs any more. */
  settled(): Promise<void>;
}

export function background(): Background {
  const running = new Set<Promise<void>>();
  return {
    run(work) {
      const done: Promise<void> = work()
        .catch(() => {})
        .finally(() => running.delete(done));
      running.add(done);
    },
    async settled() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
