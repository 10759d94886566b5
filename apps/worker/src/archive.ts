import { type AirtableArchive, airtableArchive, type ArchiveEvent } from "@tgmem/airtable-store";
import { redisRate } from "@tgmem/airtable-store/redis";
import type { Metrics, Redis } from "@tgmem/service";
import type { WorkerEnv } from "./env.ts";
import { measureArchive } from "./measure-archive.ts";

interface ArchiveOptions {
  /** All workers share it, and with it the rate of the base. */
  readonly redis: Redis;
  readonly metrics: Metrics;
  readonly signal: AbortSignal;
  readonly onEvent: (event: ArchiveEvent) => void;
}

/** Makes the archive that the environment asks for, if it does. */
export function createArchive(
  env: WorkerEnv,
  { redis, metrics, signal, onEvent }: ArchiveOptions,
): AirtableArchive | undefined {
  const { AIRTABLE_PAT: token, AIRTABLE_BASE_ID: baseId, AIRTABLE_ENDPOINT_URL: endpointUrl } = env;
  if (!token || !baseId) return undefined;
  const callsPerMonth = env.AIRTABLE_CALLS_PER_MONTH;
  const rate = redisRate(redis, { baseId, perSecond: env.AIRTABLE_RATE, callsPerMonth });
  measureArchive(metrics, { callsPerMonth, rate });
  return airtableArchive({
    token,
    baseId,
    table: env.AIRTABLE_TABLE,
    rate,
    // Nobody waits for a summary, and those that are made together do not end together, because models take their time.
    gatherMs: Math.min(20_000, Math.max(2_000, env.AIRTABLE_BATCH_WINDOW_MS)),
    ...(endpointUrl ? { endpointUrl } : {}),
    signal,
    onEvent,
  });
}
