import { airtableArchive } from "@tgmem/airtable-store";
import { redisRate } from "@tgmem/airtable-store/redis";
import { createMemory, type Memory } from "@tgmem/memory";
import type { Queue } from "@tgmem/queue";
import {
  airtablePaceVariables,
  airtableVariables,
  memoryPolicy,
  memoryVariables,
  parseEnv,
  type Redis,
  redisVariables,
  type WithRedisOptions,
} from "@tgmem/service";
import { z } from "zod";
import type { Env } from "../terminal/terminal.ts";
import { type ListName, listNames } from "./lists.ts";
import { inFolder } from "./in-folder.ts";
import type { Kept } from "./kept.ts";
import { onRedis } from "./on-redis.ts";

const variables = z.object({
  ...redisVariables,
  ...airtableVariables,
  ...airtablePaceVariables,
  ...memoryVariables,
});
type Variables = z.output<typeof variables>;

/** A list, whatever its bodies hold. */
interface OpenedList {
  readonly name: ListName;
  readonly queue: Queue<unknown>;
}

/** What a running system consists of, as far as an operator looks into it and mends it. */
export interface System extends Omit<Kept, "queues" | "ownArchive"> {
  /** The lists, in the order of the way of a message. */
  readonly lists: readonly OpenedList[];
  readonly list: (name: ListName) => Queue<unknown>;
  readonly memory: Memory;
  /** Where `memory` keeps summaries beside the store; undefined = nowhere. */
  readonly archive: "airtable" | "own" | undefined;
}

/** Which system is meant, and how it is used. */
export interface SystemOptions extends WithRedisOptions {
  /** The folder of a bot in one process. @default the system is the one of `REDIS_URL` */
  readonly data?: string | undefined;
}

/**
 * Opens the system that is meant, and closes it when the work is done. Throws an `EnvError` when a variable is wrong, and rejects at
 * once when Redis is away, or the folder is not that of a bot.
 */
export async function withSystem<R>(
  source: Env,
  work: (system: System) => Promise<R>,
  { data, ...lasting }: SystemOptions = {},
): Promise<R> {
  const env = parseEnv(variables, source);
  const window = env.MEMORY_WINDOW;
  const use = (kept: Kept) => useKept(kept, env, work);
  return data === undefined
    ? onRedis(env.REDIS_URL, use, { window, ...lasting })
    : inFolder(data, use, { window });
}

async function useKept<R>(
  { queues, ownArchive, ...kept }: Kept,
  env: Variables,
  work: (system: System) => Promise<R>,
): Promise<R> {
  const airtable = airtableOf(env, kept.server);
  const archive = airtable ?? ownArchive;
  const { store, recall } = kept;
  const memory = createMemory({ store, recall, archive, policy: memoryPolicy(env) });
  try {
    return await work({
      ...kept,
      lists: listNames.map((name) => ({ name, queue: queues[name] })),
      list: (name) => queues[name],
      memory,
      archive: airtable ? "airtable" : archive && "own",
    });
  } finally {
    await memory.settled();
    await airtable?.close();
  }
}

/** It shares the rate of the base with the workers, where Redis counts for all of them. */
function airtableOf(env: Variables, redis: Redis | undefined) {
  const { AIRTABLE_PAT: token, AIRTABLE_BASE_ID: baseId, AIRTABLE_ENDPOINT_URL: endpointUrl } = env;
  if (!token || !baseId) return undefined;
  const perSecond = env.AIRTABLE_RATE;
  const callsPerMonth = env.AIRTABLE_CALLS_PER_MONTH;
  return airtableArchive({
    token,
    baseId,
    table: env.AIRTABLE_TABLE,
    rate: redis ? redisRate(redis, { baseId, perSecond, callsPerMonth }) : perSecond,
    ...(endpointUrl && { endpointUrl }),
  });
}
