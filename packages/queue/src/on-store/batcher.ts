interface Call<I, O> {
  readonly items: readonly I[];
  readonly resolve: (answers: readonly O[]) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Lets the calls of one turn of the event loop share a round trip, at most `max` items each. `run` answers item by item.
 * The order of the calls is kept; a failure is everybody's.
 */
export function batcher<I, O>(
  max: number,
  run: (items: readonly I[]) => Promise<readonly O[]>,
): (items: readonly I[]) => Promise<readonly O[]> {
  let waiting: Call<I, O>[] = [];

  function flush(): void {
    const calls = waiting;
    waiting = [];
    let group: Call<I, O>[] = [];
    let size = 0;
    for (const call of calls) {
      if (size + call.items.length > max && group.length > 0) {
        void send(group);
        group = [];
        size = 0;
      }
      group.push(call);
      size += call.items.length;
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
