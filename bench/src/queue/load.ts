/** What a job is about: its number, and a message of usual length. */
export interface Body {
  readonly n: number;
  readonly text: string;
}

export const inFlight = 50;
export const batchSize = 500;

const text = "x".repeat(250);
export const bodyOf = (n: number): Body => ({ n, text });

/** Bodies of jobs `from` … `to - 1`, in batches. */
export function* batches(from: number, to: number, size: number): Generator<readonly Body[]> {
  for (let n = from; n < to; n += size)
    yield Array.from({ length: Math.min(size, to - n) }, (_, i) => bodyOf(n + i));
}

/** Calls `work` once for each number below `count`, with so many calls at once. */
export async function spread(
  count: number,
  atOnce: number,
  work: (n: number) => Promise<unknown>,
): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < count) await work(next++);
    }),
  );
}
