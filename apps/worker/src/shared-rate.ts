import type { RateLimit } from "@tgmem/airtable-store";
import { type RedisClient, redisRate } from "@tgmem/airtable-store/redis";
import type { Metrics } from "@tgmem/service";
import type { WorkerEnv } from "./env.ts";

/** Makes the rate of the base that all workers share, and measures what they have left of the month's calls. */
export function sharedRate(
  {
    AIRTABLE_PAT,
    AIRTABLE_BASE_ID: baseId,
    AIRTABLE_RATE: perSecond,
    AIRTABLE_CALLS_PER_MONTH: callsPerMonth,
  }: Pick<
    WorkerEnv,
    "AIRTABLE_BASE_ID" | "AIRTABLE_CALLS_PER_MONTH" | "AIRTABLE_PAT" | "AIRTABLE_RATE"
  >,
  { redis, metrics }: { readonly redis: RedisClient; readonly metrics: Metrics },
): RateLimit | undefined {
  if (!AIRTABLE_PAT || !baseId) return undefined;
  const rate = redisRate(redis, { baseId, perSecond, callsPerMonth });
  metrics.gauge("archive_calls_left", "Calls to Airtable that the month has left", [], async () => [
    { value: callsPerMonth - (await rate.callsThisMonth()) },
  ]);
  return rate;
}
