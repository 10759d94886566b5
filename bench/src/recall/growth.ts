import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type PostingStore, recallIndex } from "@tgmem/memory";
import { redisPostings } from "@tgmem/memory/redis";
import { openSqlite, sqlitePostings } from "@tgmem/memory/sqlite";
import type { Redis } from "ioredis";
import { quantile } from "../quantile.ts";
import { madeTalk } from "./made-talk.ts";

/** How many turns the index of a chat holds. */
export const sizes = [100, 1_000, 10_000, 100_000];
const turnsAtOnce = 10;
const queriesOfSize = 60;
const maxWords = 150;

/** An index in each store, of the same turns. */
export interface Grown {
  readonly size: number;
  readonly namespace: string;
  readonly queries: readonly string[];
  readonly redis: PostingStore;
  readonly sqlite: PostingStore;
  readonly redisBytes: number;
  readonly sqliteBytes: number;
  close(): Promise<void>;
}

/** Fills the indexes of one size. */
export async function grow(redis: Redis, size: number): Promise<Grown> {
  const folder = await mkdtemp(join(tmpdir(), "tgmem-bench-recall-"));
  const path = join(folder, "recall.sqlite");
  const namespace = `recall-${size}`;
  const db = openSqlite(path);
  // What is measured are searches, which read: filling it need not wait for the disk.
  db.exec("PRAGMA synchronous = OFF");
  const limits = { maxTurns: size };
  const stores = [redisPostings(redis, { ...limits, namespace }), sqlitePostings(db, limits)];
  const [inRedis, inSqlite] = stores;
  if (!inRedis || !inSqlite) throw new Error("There are two stores.");
  const talk = madeTalk();
  const queries: string[] = [];
  const every = Math.max(1, Math.floor(size / queriesOfSize));
  for (let from = 0; from < size; from += turnsAtOnce) {
    const turns = Array.from({ length: turnsAtOnce }, (_, at) => talk.turn(from + at));
    queries.push(
      ...turns.filter((_, at) => (from + at) % every === 0).map((turn) => talk.query(turn)),
    );
    await Promise.all(stores.map((store) => recallIndex(store).add("42", turns, { epoch: 0 })));
  }
  const keys = await redis.keys(`{${namespace}:*`);
  const bytes = await Promise.all(keys.map((key) => redis.memory("USAGE", key, "SAMPLES", 0)));
  return {
    size,
    namespace,
    queries: queries.slice(0, queriesOfSize),
    redis: inRedis,
    sqlite: inSqlite,
    redisBytes: bytes.reduce((sum: number, one) => sum + Number(one), 0) / size,
    sqliteBytes: (await stat(path)).size / size,
    async close() {
      db.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** Searches one store for all queries, and gives the p50 in ms. */
export async function searchP50({ queries }: Grown, store: PostingStore): Promise<number> {
  const index = recallIndex(store);
  const ms: number[] = [];
  for (const query of queries) {
    const startedAt = performance.now();
    await index.search("42", query, { maxWords });
    ms.push(performance.now() - startedAt);
  }
  return quantile(ms, 0.5);
}
