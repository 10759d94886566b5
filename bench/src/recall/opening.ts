import { createMemory, inMemoryArchive, type Memory, recallIndex } from "@tgmem/memory";
import { redisPostings, redisStore } from "@tgmem/memory/redis";
import { Redis } from "ioredis";
import { startProxy } from "../memory/proxy.ts";
import { quantile } from "../quantile.ts";
import type { Grown } from "./growth.ts";

const oneWayMs = 1;

/** Openings of one chat, over a line that takes 1 ms each way. */
export interface Openings {
  /** Opens for all queries with recall and without, one after the other, and gives the p50 of each in ms. */
  measure(): Promise<{ readonly withRecall: number; readonly without: number }>;
  close(): void;
}

export async function openings(
  redisPort: number,
  { namespace, queries }: Grown,
): Promise<Openings> {
  const proxy = await startProxy(redisPort, { oneWayMs });
  const redis = new Redis(proxy.url);
  const memory = createMemory({
    store: redisStore(redis, { namespace }),
    archive: inMemoryArchive(),
    recall: recallIndex(redisPostings(redis, { namespace })),
    summarized: true,
    policy: { recallTimeoutMs: 10_000 },
  });
  let turns = 0;

  async function open(text: string | undefined): Promise<number> {
    const startedAt = performance.now();
    const turn = await memory.open("42", { turnId: `open ${turns++}`, text });
    if (turn.degraded.includes("recall")) throw new Error("A search of the bench failed.");
    return performance.now() - startedAt;
  }
  await fillWindow(memory);
  return {
    async measure() {
      const [found, bare]: [number[], number[]] = [[], []];
      for (const query of queries) {
        found.push(await open(query));
        bare.push(await open(undefined));
      }
      return { withRecall: quantile(found, 0.5), without: quantile(bare, 0.5) };
    },
    close() {
      redis.disconnect();
      proxy.close();
    },
  };
}

/** Ten turns stand in the window, as in any chat that goes on. */
async function fillWindow(memory: Memory): Promise<void> {
  for (let n = 0; n < 10; n++) {
    const turn = await memory.open("42", { turnId: `window ${n}` });
    await turn.commit({ user: "What was it? ".repeat(10), assistant: "It was so. ".repeat(20) });
  }
  await memory.settled();
}
