import type { RunningProcess } from "@tgmem/processes";
import { type Bot, type Part, parts, quick, type Variables } from "./bot.kit.ts";
import { textsIn } from "./redis-texts.ts";
import { createTelegramWorld } from "./telegram.kit.ts";

/** The bot as four apps, on a Redis and an engine. */
export async function openFourApps(people: readonly string[]): Promise<Bot> {
  const here = await createTelegramWorld();
  const { world, telegram, env } = here;
  const { model, engine, inbound, outbound, redis, tgmem, output } = world;
  const processes = new Map<Part, RunningProcess>();
  const given = new Map<Part, Variables>();
  const shared = { ...env, ...quick, WHITELIST_USER: people.join(" ") };

  async function start(part: Part, variables = given.get(part)): Promise<void> {
    given.set(part, { ...variables });
    processes.set(part, await world.start(part, { ...shared, ...variables }));
  }
  function process(part: Part): RunningProcess {
    const found = processes.get(part);
    if (!found) throw new Error(`The ${part} was not started.`);
    return found;
  }
  return {
    telegram,
    model,
    inbound,
    outbound,
    engine,
    processes: parts,
    fullSays: "Redis is at its memory limit",
    start,
    startAll: async (variables) =>
      void (await Promise.all(parts.map((part) => start(part, variables)))),
    process,
    stop: (part, signal) => process(part).stop(signal),
    stopAll: (signal) => Promise.all(parts.map((part) => process(part).stop(signal))),
    async restart(...of) {
      for (const part of of) {
        await process(part).stop("SIGKILL");
        await start(part);
      }
    },
    async fill() {
      await redis.config("SET", "maxmemory", "1");
      return () => redis.config("SET", "maxmemory", "0");
    },
    tgmem,
    texts: () => textsIn(redis),
    output,
    close: () => here.close(),
  };
}
