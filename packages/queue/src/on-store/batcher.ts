interface Call<I, O> {
  readonly items: readonly I[];
  readonly resolve: (answers: readonly O[]) => void;
  readonly reject: (error: unknown) => void;
}

/** What one round trip may hold; a call that is larger goes alone. */
export interface Bounds<I> {
  readonly maxItems: number;
  /** The most characters of all items together, where items may be long. */
  readonly maxLength?: number;
  readonly lengthOf?: (item: I) => number;
}

/**
 * Lets the calls of one turn of the event loop share round trips within the bounds. `run` answers item by item. The order of
 * the calls is kept; a failure is everybody's.
 */
export function batcher<I, O>(
  { maxItems, maxLength = Infinity, lengthOf = () => 0 }: Bounds<I>,
  run: (items: readonly I[]) => Promise<readonly O[]>,
): (items: readonly I[]) => Promise<readonly O[]> {
  let waiting: Call<I, O>[] = [];

  function flush(): void {
    const calls = waiting;
    waiting = [];
    let group: Call<I, O>[] = [];
    let size = 0;
    let length = 0;
    for (const call of calls) {
      let callLength = 0;
      for (const item of call.items) callLength += lengthOf(item);
      const isTooMuch = size + call.items.length > maxItems || length + callLength > maxLength;
      if (isTooMuch && group.length > 0) {
        void send(group);
        group = [];
        size = 0;
        length = 0;
      }
      group.push(call);
      size += call.items.length;
      length += callLength;
    }
    void send(group);
  }

  async function send(group: readonly Call<I, O>[]): Promise<void> {
    try {
      const answers = await run(group.flatMap((call) => call.items));
      let from = 0;
      for (const { items, resolve } of group) resolve(answers.slice(from, (from += items.length)));
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }

  return (items) =>
    new Promise((resolve, reject) => {
      if (waiting.push({ items, resolve, reject }) === 1) setImmediate(flush);
    });
}
