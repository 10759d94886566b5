import { startRedis } from "@tgmem/testbed";
import { Redis } from "ioredis";
import type { Bench } from "../bench.ts";
import { quantile } from "../quantile.ts";
import { type Goal, limitGoal, ratioGoal, type Row, rowOf } from "../report.ts";
import { type Contestant, enter, histories } from "./contestant.ts";
import { peers, versionsOfPeers } from "./peers.ts";
import { startProxy } from "./proxy.ts";
import type { Talk } from "./talk.ts";

/** A round goes so often through all peers, each time with a few turns, since a busy moment should hit all of them. */
const laps = 10;
const turnsOfLap = 6;

/** Without these there is nothing to compare. */
const ownNames = new Set(["ours", "bare pipeline"]);

/** Our memory beside what other projects keep of a conversation in Redis: the same turns, in one Redis. */
export const memory: Bench = async ({ rounds, onProgress }) => {
  const redis = await startRedis({ fsync: "everysec" });
  const proxy = await startProxy(redis.port);
  const entered: Contestant[] = [];
  const leftOut: string[] = [];
  try {
    for (const [name, { load }] of Object.entries(peers)) {
      onProgress(`${name}: seeding, and counting round trips`);
      try {
        entered.push(await enter(name, await load(), { redis, proxy }));
      } catch (error) {
        if (ownNames.has(name)) throw error;
        onProgress(
          `${name} is left out: ${error instanceof Error ? error.message : String(error)}`,
        );
        leftOut.push(name);
      }
    }
    const entries = histories.flatMap((_, at) => entered.flatMap(({ talks }) => talks[at] ?? []));
    const talks = entries.map(({ talk }) => talk);
    // What is compiled later would count for nothing else.
    await roundOf(talks);
    const p50s = new Map<Talk, number[]>(talks.map((talk) => [talk, []]));
    for (let round = 1; round <= rounds; round++) {
      for (const [talk, ms] of await roundOf(talks)) p50s.get(talk)?.push(quantile(ms, 0.5));
      onProgress(`round ${round} of ${rounds}`);
    }
    const rows = entries.map(({ talk, cost }) =>
      rowOf(talk.what, "ms p50", p50s.get(talk) ?? [], [cost]),
    );
    return {
      servers: {
        redis: `${await versionOf(redis.url)}, AOF every second`,
        ...(await versionsOfPeers()),
        ...(leftOut.length > 0 && { "left out:": leftOut.join(", ") }),
      },
      rows,
      goals: goalsOf(rows),
    };
  } finally {
    await Promise.all(entered.map((contestant) => contestant.close()));
    proxy.close();
    await redis.stop();
  }
};

const elapsed = async (work: () => Promise<unknown>) => {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
};

/** Measures the ms of each turn, from its message to its commit. */
async function roundOf(talks: readonly Talk[]): Promise<ReadonlyMap<Talk, readonly number[]>> {
  const ms = new Map<Talk, number[]>(talks.map((talk) => [talk, []]));
  for (let lap = 0; lap < laps; lap++)
    // Every other lap goes backwards: whoever follows a slow one pays for its garbage.
    for (const talk of lap % 2 === 0 ? talks : talks.toReversed())
      for (let turn = 0; turn < turnsOfLap; turn++) {
        const { open, commit } = await talk.turn(elapsed);
        ms.get(talk)?.push(open + commit);
      }
  return ms;
}

async function versionOf(url: string): Promise<string> {
  const redis = new Redis(url);
  const info = await redis.info("server");
  redis.disconnect();
  return /redis_version:(\S+)/.exec(info)?.[1] ?? "unknown";
}

const costOf = (row: Row, name: string) => row.cost?.[name] ?? Number.NaN;

function goalsOf(rows: readonly Row[]): readonly Goal[] {
  const row = (name: string, history: number) =>
    rows.find(({ what }) => what === `${name}, ${history} turns`);
  const ours = histories.flatMap((history) => row("ours", history) ?? []);
  const most = (name: string) => Math.max(...ours.map((of) => costOf(of, name)));
  const [shortest, longest] = [ours.at(0), ours.at(-1)];
  const slower = histories.flatMap((history) => {
    const [mine, bare] = [row("ours", history), row("bare pipeline", history)];
    if (!mine || !bare) return [];
    return [ratioGoal(`${history} turns: p50 of ours / bare`, 1.3, mine, bare, { atMost: true })];
  });
  if (!shortest || !longest) return slower;
  return [
    limitGoal("round trips of an open", 1, most("open RTT")),
    limitGoal("round trips of a commit", 1, most("commit RTT")),
    ...slower,
    ratioGoal("p50 of 2000 turns / 20 turns", 1.3, longest, shortest, { atMost: true }),
    limitGoal(
      "KB from Redis, 2000 turns / 20 turns",
      1.05,
      costOf(longest, "KB from Redis") / costOf(shortest, "KB from Redis"),
    ),
  ];
}
