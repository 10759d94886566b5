import { startRedis } from "@tgmem/testbed";
import { Redis } from "ioredis";
import type { Bench } from "../bench.ts";
import { floorGoal, type Goal, limitGoal, ratioGoal, type Row, rowOf } from "../report.ts";
import { grow, type Grown, searchP50, sizes } from "./growth.ts";
import { askInOtherForms } from "./inflections.ts";
import { askMemoryBank, type Found } from "./memory-bank.ts";
import { openings } from "./opening.ts";

/** What the prototype found first, of 14. */
const inflectionsWanted: Readonly<Record<string, number>> = {
  ru: 14,
  uk: 13,
  de: 12,
  ar: 12,
  he: 14,
};
/** Bytes a turn of the prototype with the same texts, by size. */
const bytesWanted: ReadonlyMap<number, readonly [redis: number, sqlite: number]> = new Map([
  [100, [2_630, 1_925]],
  [1_000, [1_867, 1_372]],
  [10_000, [1_399, 1_155]],
  [100_000, [1_082, 965]],
]);
/** The openings are those of a chat of this size. */
const openedSize = 10_000;
const mostRedisMs = 0.3;

const names = { en: "MemoryBank, English", zh: "MemoryBank, Chinese" };

function foundRow(what: string, found: Found): Row {
  const { asked, in150, ...others } = found;
  return rowOf(`${what}: right turn in 150 words, of ${asked}`, "questions", [in150], [others]);
}

/** What was said long ago: how well it is found, how fast, and what it takes. */
export const recall: Bench = async ({ rounds, onProgress }) => {
  const english = foundRow(names.en, await askMemoryBank("en"));
  const chinese = foundRow(names.zh, await askMemoryBank("zh"));
  const forms = [...(await askInOtherForms())].map(([language, first]) =>
    rowOf(`other forms of a word, ${language}: found first, of 14`, "questions", [first]),
  );
  const server = await startRedis({ appendonly: false });
  const redis = new Redis(server.url);
  const grown: Grown[] = [];
  try {
    for (const size of sizes) {
      onProgress(`${size} turns are added`);
      grown.push(await grow(redis, size));
    }
    const speeds = await searches(redis, grown, { rounds, onProgress });
    const opened = grown.find(({ size }) => size === openedSize);
    const opening = opened ? await openingRows(server.port, opened, rounds) : [];
    const version = /redis_version:(\S+)/.exec(await redis.info("server"))?.[1] ?? "unknown";
    return {
      servers: { redis: version, sqlite: process.versions.sqlite ?? "unknown" },
      costsOf: "a turn or a search",
      rows: [english, chinese, ...forms, ...speeds, ...opening],
      goals: [
        floorGoal(`${names.en}: right turn in 150 words`, 31, english),
        floorGoal(`${names.zh}: right turn in 150 words`, 33, chinese),
        ...forms.map((row, at) =>
          floorGoal(row.what, Object.values(inflectionsWanted)[at] ?? 0, row),
        ),
        ...speedGoals(speeds, opening),
      ],
    };
  } finally {
    await Promise.all(grown.map((one) => one.close()));
    redis.disconnect();
    await server.stop();
  }
};

/** How long scripts took that ran since the last look, in ms. */
async function scriptMs(redis: Redis): Promise<number> {
  const stats = await redis.info("commandstats");
  await redis.config("RESETSTAT");
  const us = [...stats.matchAll(/cmdstat_eval(?:sha)?:calls=\d+,usec=(\d+)/gu)];
  return us.reduce((sum, [, one]) => sum + Number(one), 0) / 1_000;
}

async function searches(
  redis: Redis,
  grown: readonly Grown[],
  { rounds, onProgress }: Parameters<Bench>[0],
): Promise<readonly Row[]> {
  const ms = new Map(grown.map((one) => [one, { redis: [] as number[], sqlite: [] as number[] }]));
  const serverMs = new Map<Grown, number[]>(grown.map((one) => [one, []]));
  // What is compiled later would count for nothing else.
  for (const one of grown) await searchP50(one, one.redis);
  for (let round = 1; round <= rounds; round++) {
    for (const one of grown) {
      await scriptMs(redis);
      ms.get(one)?.redis.push(await searchP50(one, one.redis));
      serverMs.get(one)?.push((await scriptMs(redis)) / one.queries.length);
      ms.get(one)?.sqlite.push(await searchP50(one, one.sqlite));
    }
    onProgress(`round ${round} of ${rounds}`);
  }
  return grown.flatMap((one) => {
    const { redis: inRedis = [], sqlite: inSqlite = [] } = ms.get(one) ?? {};
    const server = (serverMs.get(one) ?? []).map((of) => ({ "ms of Redis": of }));
    const bytes = { redis: one.redisBytes, sqlite: one.sqliteBytes };
    const costs = server.map((of) => ({ ...of, "bytes a turn": bytes.redis }));
    return [
      rowOf(`a search in ${one.size} turns: Redis`, "ms p50", inRedis, costs),
      rowOf(`a search in ${one.size} turns: SQLite`, "ms p50", inSqlite, [
        { "bytes a turn": bytes.sqlite },
      ]),
    ];
  });
}

async function openingRows(port: number, grown: Grown, rounds: number): Promise<readonly Row[]> {
  const opened = await openings(port, grown);
  const [found, bare]: [number[], number[]] = [[], []];
  await opened.measure();
  for (let round = 0; round < rounds; round++) {
    const { withRecall, without } = await opened.measure();
    found.push(withRecall);
    bare.push(without);
  }
  opened.close();
  const what = `an opening over a line of 1 ms, ${grown.size} turns`;
  return [
    rowOf(`${what}: with recall`, "ms p50", found),
    rowOf(`${what}: without`, "ms p50", bare),
  ];
}

const costOf = (row: Row | undefined, name: string) => row?.cost?.[name] ?? Number.NaN;

function speedGoals(speeds: readonly Row[], [found, bare]: readonly Row[]): readonly Goal[] {
  const row = (size: number, store: string) =>
    speeds.find(({ what }) => what === `a search in ${size} turns: ${store}`);
  const bytes = sizes.flatMap((size) => {
    const [redis, sqlite] = bytesWanted.get(size) ?? [Number.NaN, Number.NaN];
    const of = (store: string) => costOf(row(size, store), "bytes a turn");
    return [
      limitGoal(`bytes a turn in Redis / the prototype, ${size} turns`, 1.2, of("Redis") / redis),
      limitGoal(
        `bytes a turn in SQLite / the prototype, ${size} turns`,
        1.2,
        of("SQLite") / sqlite,
      ),
    ];
  });
  const taken = costOf(row(openedSize, "Redis"), "ms of Redis");
  return [
    limitGoal(`ms of Redis for a search in ${openedSize} turns`, mostRedisMs, taken),
    ...bytes,
    ...(found && bare
      ? [ratioGoal("p50 of an opening with recall / without", 2, found, bare, { atMost: true })]
      : []),
  ];
}
