/** Runs works as they come, `max` of them at the same time at most; the others wait their turn. */
export function atMost(max: number) {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async function run<T>(work: () => Promise<T>): Promise<T> {
    if (running < max) running++;
    else await new Promise<void>((resolve) => void waiting.push(resolve));
    try {
      return await work();
    } finally {
      // Who waits next takes the place over.
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
