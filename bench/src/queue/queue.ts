import { setTimeout as delay } from "node:timers/promises";
import { startRedis } from "@tgmem/testbed";
import { Redis } from "ioredis";
import type { Bench } from "../bench.ts";
import type { Row } from "../report.ts";
import { inBatches, oneByOne } from "./cells.ts";
import { type ClaimerChild, startClaimer } from "./claimer-child.ts";
import { goalsOf } from "./goals.ts";
import { depths, Stock } from "./growth.ts";
import { chains, handOff, type HandOffRun, handOffToProcess } from "./hand-off.ts";
import type { Measured } from "./measure.ts";
import { openBeeQueue } from "./peers/bee-queue.ts";
import { openBullmq } from "./peers/bullmq.ts";
import { ours } from "./peers/ours.ts";
import type { OpenPeer } from "./peers/peer.ts";
import { openRaw } from "./peers/raw.ts";
import { Rows } from "./rows.ts";
import { versions } from "../versions.ts";

const jobs = 10_000;
/** A cell that takes longer has lost a job. */
const cellMs = 120_000;

const peers: Readonly<Record<string, OpenPeer>> = {
  ours: ours(1_000),
  BullMQ: openBullmq,
  "Bee-Queue": openBeeQueue,
  "raw ioredis": openRaw,
};
/** Each job of ours has a lane of its own, which is the most to keep. */
const growing: Readonly<Record<string, OpenPeer>> = {
  ours: ours(1_000_000),
  BullMQ: openBullmq,
  "Bee-Queue": openBeeQueue,
};

/** Our queue beside others on one Redis: the same jobs, so many in flight, cell after cell in each round. */
export const queue: Bench = async ({ rounds, onProgress }) => {
  const server = await startRedis({ fsync: "everysec" });
  const redis = new Redis(server.url);
  const claimer = startClaimer();
  const run: HandOffRun = { redis, place: { host: "127.0.0.1", port: server.port }, jobs };
  try {
    const cells = cellsOf(run, claimer);
    const rows = new Rows();
    for (let round = 0; round <= rounds; round++) {
      // Every other round goes backwards: whoever follows a slow one pays for its garbage.
      for (const cell of round % 2 === 0 ? cells : cells.toReversed()) {
        await redis.flushall();
        // What is compiled in the first round would count for nothing else.
        await inTime(cell(round === 0 ? new Rows() : rows));
      }
      onProgress(`round ${round} of ${rounds}`);
    }
    await grow(rows, { rounds, onProgress });
    const all: readonly Row[] = rows.all();
    return {
      servers: {
        redis: `${await versionOf(redis)}, AOF every second`,
        ...(await versions(["bullmq", "bee-queue", "ioredis"])),
      },
      costsOf: "one job",
      rows: all,
      goals: goalsOf(all),
    };
  } finally {
    claimer.stop();
    redis.disconnect();
    await server.stop();
  }
};

const alone = (what: string, measured: () => Promise<Measured>) => async (rows: Rows) =>
  rows.add(`${what}: ours`, await measured());

function cellsOf(run: HandOffRun, claimer: ClaimerChild): ((rows: Rows) => Promise<void>)[] {
  return [
    ...Object.entries(peers).flatMap(([name, openPeer]) => [
      async (rows: Rows) => {
        const { enqueue, consume } = await oneByOne(openPeer, run);
        rows.add(`enqueue: ${name}`, enqueue);
        rows.add(`consume: ${name}`, consume);
      },
      async (rows: Rows) => rows.add(`enqueue in batches: ${name}`, await inBatches(openPeer, run)),
    ]),
    alone("hand-off, one process", () => handOff(run)),
    alone("hand-off, two processes", () => handOffToProcess(run, claimer)),
    alone("claim and next, 20 a lane", () => chains(run)),
  ];
}

/** Many jobs are put in once, since that takes longer than all rounds. */
async function grow(rows: Rows, { rounds, onProgress }: Parameters<Bench>[0]): Promise<void> {
  const stocks = new Map<string, Stock>();
  try {
    for (const depth of depths)
      for (const [name, openPeer] of Object.entries(growing)) {
        const what = `handle and add, ${depth} waiting: ${name}`;
        onProgress(`filling: ${what}`);
        const stock = await Stock.open(openPeer, depth);
        stocks.set(what, stock);
        await stock.turnOver();
      }
    for (let round = 1; round <= rounds; round++) {
      const order = [...stocks];
      for (const [what, stock] of round % 2 === 0 ? order : order.toReversed())
        rows.add(what, await inTime(stock.turnOver()));
      onProgress(`growth: round ${round} of ${rounds}`);
    }
    for (const [what, stock] of stocks) stock.check(what);
  } finally {
    await Promise.all([...stocks.values()].map((stock) => stock.close()));
  }
}

async function inTime<R>(work: Promise<R>): Promise<R> {
  const end = new AbortController();
  const late = delay(cellMs, undefined, { signal: end.signal }).then(() => {
    throw new Error(`A cell did not end within ${cellMs} ms.`);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    late.catch(() => {});
    end.abort();
  }
}

async function versionOf(redis: Redis): Promise<string> {
  return /redis_version:(\S+)/.exec(await redis.info("server"))?.[1] ?? "unknown";
}
