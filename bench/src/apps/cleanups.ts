/** What has to be undone, the newest first, however much of it was begun. */
export function createCleanups() {
  const cleanups: (() => unknown)[] = [];
  return {
    defer: (cleanup: () => unknown) => void cleanups.push(cleanup),
    run: async () => {
      for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
    },
  };
}
