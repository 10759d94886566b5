import { Redis } from "ioredis";
import { redisPostings } from "../redis/index.ts";
import { openSqlite, sqlitePostings } from "../sqlite/index.ts";
import { recallIndex } from "./create-recall-index.ts";
import type { PostingStore } from "./posting-store.ts";

/** Opens the store that parent and child share. */
export function openStore(
  kind: string,
  where: string,
): { readonly store: PostingStore; readonly close: () => void } {
  const limits = { maxTurns: 300 };
  if (kind === "sqlite") {
    const db = openSqlite(where);
    return { store: sqlitePostings(db, limits), close: () => db.close() };
  }
  const redis = new Redis(where);
  return { store: redisPostings(redis, limits), close: () => redis.disconnect() };
}

/** The life that the turns are of, and their numbers from 0 on, stand in each of them. */
const turnOf = (epoch: number, n: number) => ({
  turnId: `${epoch}.${n}`,
  atMs: n,
  user: `zebra life${epoch} number${n}`,
  assistant: `a zebra`,
});

/** Adds turns and forgets them until the process is killed. */
async function work(kind: string, where: string): Promise<never> {
  const { store } = openStore(kind, where);
  const index = recallIndex(store);
  let { epoch } = await store.state("42", []);
  let next = 0;
  for await (const part of index.turns("42"))
    next = Number(part.at(-1)?.turnId.split(".")[1] ?? -1) + 1;
  for (;;) {
    const turns = Array.from({ length: 25 }, (_, at) => turnOf(epoch, next + at));
    await index.add("42", turns, { epoch });
    next += turns.length;
    process.send?.(next);
    if (next < 500) continue;
    epoch++;
    next = 0;
    await index.forget("42", { epoch });
  }
}

const [kind, where] = process.argv.slice(2);
if (process.send && kind !== undefined && where !== undefined) await work(kind, where);
