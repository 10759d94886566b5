/** Lets requests that create the same key wait for one another, so that none of them sees the others' rows. */
export function createRace() {
  let size = 0;
  const waiting: { keys: readonly string[]; go: () => void }[] = [];
  const release = () => {
    size = 0;
    for (const { go } of waiting.splice(0)) go();
  };
  return {
    start(requests: number): void {
      size = requests;
    },
    async meet(keys: readonly string[]): Promise<void> {
      if (size === 0) return;
      const others = waiting.filter((other) => other.keys.some((key) => keys.includes(key)));
      if (others.length + 1 >= size) {
        release();
        return;
      }
      await new Promise<void>((go) => waiting.push({ keys, go }));
    },
    release,
  };
}
