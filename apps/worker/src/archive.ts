import {
  type AirtableArchive,
  airtableArchive,
  type ArchiveEvent,
  type RateLimit,
} from "@tgmem/airtable-store";
import type { WorkerEnv } from "./env.ts";

interface ArchiveOptions {
  /** The rate of the base, of whoever uses it with others. @default that of this process alone */
  readonly rate?: RateLimit | number | undefined;
  readonly signal: AbortSignal;
  readonly onEvent: (event: ArchiveEvent) => void;
}

/** Makes the archive that the environment asks for, if it does. */
export function createArchive(
  env: Pick<WorkerEnv, `AIRTABLE_${string}` & keyof WorkerEnv>,
  { rate = env.AIRTABLE_RATE, signal, onEvent }: ArchiveOptions,
): AirtableArchive | undefined {
  const { AIRTABLE_PAT: token, AIRTABLE_BASE_ID: baseId, AIRTABLE_ENDPOINT_URL: endpointUrl } = env;
  if (!token || !baseId) return undefined;
  return airtableArchive({
    token,
    baseId,
    table: env.AIRTABLE_TABLE,
    rate,
    callsPerMonth: env.AIRTABLE_CALLS_PER_MONTH,
    // Nobody waits for a summary, and those that are made together do not end together, because models take their time.
    gatherMs: Math.min(20_000, Math.max(2_000, env.AIRTABLE_BATCH_WINDOW_MS)),
    ...(endpointUrl ? { endpointUrl } : {}),
    signal,
    onEvent,
  });
}
