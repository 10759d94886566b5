import type { QueueRules } from "../arguments.ts";
import type { Queue } from "../queue.ts";
import type { BodyRules } from "./body.ts";
import { Calls } from "./calls.ts";
import { deadLettersOn } from "./dead-letters.ts";
import { doorOn } from "./door.ts";
import { finishOn } from "./finish.ts";
import { jobReader } from "./jobs.ts";
import type { LaneStore } from "./lane-store.ts";
import { pushOn } from "./push.ts";
import { takeOn } from "./take.ts";

/** What all adapters do the same way: checks, JSON, the schema, waits, deadlines, and calls that share a round trip. */
export function queueOnStore<T>(
  store: LaneStore,
  rules: QueueRules,
  bodies: BodyRules<T> & { readonly now?: () => number },
): Queue<T> {
  const calls = new Calls(rules);
  const read = jobReader(store, { now: Date.now, ...bodies, newerForMs: rules.newerForMs });
  const letters = deadLettersOn(store, calls);
  return {
    push: pushOn<T>(store, calls, rules),
    take: takeOn(store, calls, read),
    ...finishOn(store, calls, read),
    ...letters,
    ...doorOn(store, calls),
    stats: (options) => calls.run(() => store.stats(), options),
    async repair(options) {
      const { deadLetterTtlMs } = rules;
      if (deadLetterTtlMs > 0) await letters.purge({ olderThanMs: deadLetterTtlMs, ...options });
      return store.repair((work) => calls.run(work, options));
    },
    async close() {
      if (calls.closed) return;
      calls.close();
      // What was asked in this turn of the event loop is still to be batched and sent.
      await new Promise((resolve) => setImmediate(resolve));
      await store.close();
    },
  };
}
