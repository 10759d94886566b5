import { backoffMs } from "../backoff.ts";
import { keepLeases } from "../keep-leases.ts";
import type { ConsumeOptions, Consumer, ConsumerQueue, Handler } from "./consumer.ts";
import { Intake } from "./intake.ts";
import { Places } from "./places.ts";
import { RunningJobs } from "./running-jobs.ts";

/** The loop most users want, for queues that are not in hand-off mode: take, handle, extend, settle or retry. */
export function consume<T>(
  queue: ConsumerQueue<T>,
  handle: Handler<T>,
  options: ConsumeOptions = {},
): Consumer {
  const { concurrency = 10, leaseMs = 30_000, backoff = backoffMs, graceMs = 5_000 } = options;
  const { reason = errorName, onEvent = () => {}, onTake = () => {} } = options;
  const onError = (error: unknown) => onEvent({ type: "error", error });
  const keeper = keepLeases(queue, { leaseMs, onError });
  const places = new Places(concurrency);
  const wake = () => places.wake();
  const jobs = new RunningJobs(places, keeper, { queue, handle, backoff, reason, onEvent });
  const intake = new Intake(queue, places, jobs, { concurrency, leaseMs, onTake, onEvent });

  return {
    async run({ signal }) {
      signal.addEventListener("abort", wake);
      try {
        while (!signal.aborted) await intake.takeNext({ signal });
      } finally {
        signal.removeEventListener("abort", wake);
        await intake.close();
        await jobs.stop({ graceMs });
      }
    },
    async tick() {
      const count = await intake.takeNow();
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
