import { queueRules } from "../arguments.ts";
import { deadline } from "../deadline.ts";
import { QueueError } from "../errors.ts";
import type { LaneStore } from "../lane-store.ts";
import type { Queue, QueueOptions } from "../queue.ts";
import { queueOnStore } from "../queue-on-store.ts";
import { Lanes } from "./lanes.ts";

export interface InMemoryQueueOptions<T> extends QueueOptions<T> {
  /** @default Date.now */
  readonly now?: () => number;
}

/** A queue within one process: the promises of the Redis queue, except that it ends with the process. */
export function inMemoryQueue<T>(options: InMemoryQueueOptions<T>): Queue<T> {
  const rules = queueRules(options);
  return queueOnStore(
    inMemoryStore(new Lanes(rules), rules, options.now ?? Date.now),
    rules,
    options.schema,
  );
}

function inMemoryStore(
  lanes: Lanes,
  rules: ReturnType<typeof queueRules>,
  now: () => number,
): LaneStore {
  const { maxInFlight, handOff } = rules;
  const sleepers = new Set<() => void>();
  let calls = 0;
  const unique = () => `m${++calls}`;

  /** Whatever may have made a lane takeable, or the next one due earlier. */
  function waking<R>(result: R): R {
    for (const wake of sleepers) wake();
    return result;
  }

  return {
    async push(entries) {
      const duplicates = lanes.push(now(), entries);
      if (duplicates === "full") {
        throw new QueueError(
          "queue_full",
          `Queue ${rules.name} is at its depth limit of ${rules.maxDepth}: try later.`,
        );
      }
      return waking(duplicates);
    },
    take: async ({ max, leaseMs }) =>
      lanes.take(now(), { max, leaseMs, holder: unique(), maxInFlight, handOff }),
    finish: async (tickets, how) => waking(lanes.finish(now(), tickets, how)),
    claim: async (claims) =>
      waking(
        claims.map((claim) => {
          const answer = lanes.claim(now(), { ...claim, token: unique() });
          return typeof answer === "string" ? null : answer;
        }),
      ),
    next: async (receipts) =>
      waking(
        receipts.map(({ ticket, leaseMs }) =>
          lanes.next(now(), ticket, { leaseMs, token: unique() }),
        ),
      ),
    async idle(_, signal) {
      // Asked anew: what changed since the take must not be slept through.
      const idleMs = lanes.idleMs(now(), maxInFlight);
      if (idleMs === 0) return;
      const end = deadline(Math.min(idleMs ?? maxTimerMs, maxTimerMs), signal);
      await new Promise<void>((resolve) => {
        if (end.signal.aborted) resolve();
        end.signal.addEventListener("abort", () => resolve(), { once: true });
        sleepers.add(end.end);
      });
      sleepers.delete(end.end);
      end.clear();
    },
    deadLetters: async (limit) => lanes.state.dead.slice(0, limit),
    unacknowledged: async (limit) =>
      lanes.state.dead.filter(({ number }) => number > lanes.state.acknowledged).slice(0, limit),
    acknowledge: async (through) => lanes.acknowledge(through),
    replay: async (numbers) => waking(lanes.replay(now(), numbers)),
    stats: async () => lanes.stats(),
    close: async () => {},
  };
}

/** The longest time that Node's timers can wait: above it they fire at once. */
const maxTimerMs = 2 ** 31 - 1;
