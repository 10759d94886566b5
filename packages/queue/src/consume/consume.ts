import { backoffMs } from "../backoff.ts";
import { keepLeases } from "../keep-leases.ts";
import type { ConsumeOptions, Consumer, ConsumerQueue, Handler } from "./consumer.ts";
import { Poller } from "./poller.ts";
import { Slots } from "./slots.ts";
import { RunningJobs } from "./running-jobs.ts";

/**
 * Makes the loop that most users want, for queues that are not in hand-off mode: take, handle, extend, settle or retry. It
 * begins with `run` or `tick` of what it returns.
 */
export function consume<T>(
  queue: ConsumerQueue<T>,
  handle: Handler<T>,
  options: ConsumeOptions = {},
): Consumer {
  const { concurrency = 10, leaseMs = 30_000, backoff = backoffMs, graceMs = 5_000 } = options;
  const { reason = errorName, onEvent = () => {}, onTake = () => {} } = options;
  const onError = (error: unknown) => onEvent({ type: "error", error });
  const keeper = keepLeases(queue, { leaseMs, onError });
  const slots = new Slots(concurrency);
  const wake = () => slots.wake();
  const jobs = new RunningJobs(slots, keeper, { queue, handle, backoff, reason, onEvent });
  const poller = new Poller(queue, slots, jobs, { concurrency, leaseMs, onTake, onEvent });

  return {
    async run({ signal }) {
      signal.addEventListener("abort", wake);
      try {
        while (!signal.aborted) await poller.takeNext({ signal });
      } finally {
        signal.removeEventListener("abort", wake);
        await poller.close();
        await jobs.stop({ graceMs });
      }
    },
    async tick() {
      const count = await poller.takeNow();
      await jobs.done();
      return count;
    },
  };
}

function errorName(error: unknown): string {
  if (!(error instanceof Error)) return "thrown value";
  return "code" in error && typeof error.code === "string"
    ? `${error.name} (${error.code})`
    : error.name;
}
