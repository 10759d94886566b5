import { type AirtableArchive, airtableArchive } from "@tgmem/airtable-store";
import { redisRate } from "@tgmem/airtable-store/redis";
import { createMemory, type Memory, type WindowStore } from "@tgmem/memory";
import { redisStore } from "@tgmem/memory/redis";
import type { Queue } from "@tgmem/queue";
import { redisQueue } from "@tgmem/queue/redis";
import {
  airtablePaceVariables,
  airtableVariables,
  memoryPolicy,
  memoryVariables,
  parseEnv,
  type Redis,
  redisVariables,
  withRedis,
  type WithRedisOptions,
} from "@tgmem/service";
import { z } from "zod";
import type { Env } from "../terminal/terminal.ts";
import { type ListName, listNames, lists } from "./lists.ts";

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
export interface System {
  readonly redis: Redis;
  /** The lists, in the order of the way of a message. */
  readonly lists: readonly OpenedList[];
  readonly list: (name: ListName) => Queue<unknown>;
  readonly store: WindowStore;
  readonly memory: Memory;
  /** Whether Airtable is set up here, so that `memory` reaches both tiers. */
  readonly hasArchive: boolean;
}

/**
 * Opens the system that the environment names, and closes it when the work is done. Throws an `EnvError` when a variable is
 * wrong, and rejects at once when Redis is away.
 */
export async function withSystem<R>(
  source: Env,
  work: (system: System) => Promise<R>,
  lasting: WithRedisOptions = {},
): Promise<R> {
  const env = parseEnv(variables, source);
  const onRedis = async (redis: Redis) => {
    const opened = lists.map((options) => ({
      name: z.enum(listNames).parse(options.name),
      queue: redisQueue(redis, { ...options, schema: z.unknown() }),
    }));
    const archive = archiveOf(env, redis);
    const store = redisStore(redis, { window: env.MEMORY_WINDOW });
    const memory = createMemory({ store, archive, policy: memoryPolicy(env) });
    try {
      return await work({
        redis,
        lists: opened,
        list: (name) => queueOf(opened, name),
        store,
        memory,
        hasArchive: archive !== undefined,
      });
    } finally {
      await memory.settled();
      await Promise.all(opened.map(({ queue }) => queue.close()));
      await archive?.close();
    }
  };
  return withRedis(env.REDIS_URL, onRedis, lasting);
}

function queueOf(opened: readonly OpenedList[], name: ListName): Queue<unknown> {
  const found = opened.find((list) => list.name === name);
  if (!found) throw new Error(`There is no list ${name}.`);
  return found.queue;
}

/** It shares the rate of the base with the workers. */
function archiveOf(env: Variables, redis: Redis): AirtableArchive | undefined {
  const { AIRTABLE_PAT: token, AIRTABLE_BASE_ID: baseId, AIRTABLE_ENDPOINT_URL: endpointUrl } = env;
  if (!token || !baseId) return undefined;
  return airtableArchive({
    token,
    baseId,
    table: env.AIRTABLE_TABLE,
    rate: redisRate(redis, {
      baseId,
      perSecond: env.AIRTABLE_RATE,
      callsPerMonth: env.AIRTABLE_CALLS_PER_MONTH,
    }),
    ...(endpointUrl && { endpointUrl }),
  });
}
