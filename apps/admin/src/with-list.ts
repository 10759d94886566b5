import type { Queue } from "@tgmem/queue";
import { redisQueue } from "@tgmem/queue/redis";
import { withRedis } from "@tgmem/service";
import { z } from "zod";
import { lists } from "./lists.ts";

/** Opens a list by its name, whatever its bodies hold, and closes it when the work is done. */
export async function withList<R>(
  redisUrl: string,
  name: string | undefined,
  work: (queue: Queue<unknown>, list: string) => Promise<R>,
): Promise<R> {
  const options = lists.find((list) => list.name === name);
  if (!options) throw new Error("Which list? inbound, outbound or summaries.");
  return withRedis(redisUrl, async (redis) => {
    const queue = redisQueue(redis, { ...options, schema: z.unknown() });
    try {
      return await work(queue, options.name);
    } finally {
      await queue.close();
    }
  });
}
