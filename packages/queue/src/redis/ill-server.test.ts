import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { freePort, until } from "@tgmem/processes";
import { ownRedis, ownRedisCluster, randomPrefix } from "@tgmem/testbed";
import { Redis } from "ioredis";
import { describe, expect, it, onTestFinished } from "vitest";
import { consume } from "../consume/consume.ts";
import { oldServerBefore } from "./old-server.kit.ts";
import { redisQueue } from "./redis-queue.ts";

// A server that is there and refuses: either it will carry out the same command later, or never.

const long = { max: 10, leaseMs: 600_000, waitMs: 600_000 };
const job = (id: string) => ({ id, lane: "a", body: "text" });

function connect(port: number): Redis {
  const redis = new Redis(port);
  redis.on("error", () => {});
  onTestFinished(() => redis.disconnect());
  return redis;
}
function open(redis: Redis) {
  const heard: Error[] = [];
  const queue = redisQueue(redis, {
    name: randomPrefix(),
    schema: { parse: String },
    onError: (error) => heard.push(error),
  });
  onTestFinished(() => queue.close());
  return { queue, heard };
}
const set = (redis: Redis, name: string, value: string) => redis.config("SET", name, value);

/** Something stands where the dump would be written, so it fails. */
async function failDump(redis: Redis): Promise<void> {
  const dir = Object.values(await redis.config("GET", "dir")).at(-1);
  await mkdir(join(String(dir), "dump.rdb", "folder"), { recursive: true });
  await redis.bgsave();
  const failed = async () => /rdb_last_bgsave_status:err/.test(await redis.info("persistence"));
  await until(failed, { what: "the dump to fail" });
}

describe("Redis that will carry out the same command later", () => {
  const cases: {
    readonly code: string;
    readonly outages?: 1;
    readonly ail: (redis: Redis) => Promise<unknown>;
    readonly mend: (redis: Redis) => Promise<unknown>;
  }[] = [
    {
      code: "READONLY",
      ail: (redis) => redis.replicaof("127.0.0.1", 1),
      mend: (redis) => redis.replicaof("NO", "ONE"),
    },
    {
      code: "MASTERDOWN",
      async ail(redis) {
        await set(redis, "replica-serve-stale-data", "no");
        await set(redis, "replica-read-only", "no");
        await redis.replicaof("127.0.0.1", 1);
      },
      mend: (redis) => redis.replicaof("NO", "ONE"),
    },
    {
      code: "NOREPLICAS",
      ail: (redis) => set(redis, "min-replicas-to-write", "1"),
      mend: (redis) => set(redis, "min-replicas-to-write", "0"),
    },
    {
      code: "MISCONF",
      async ail(redis) {
        await set(redis, "save", "3600 1");
        await set(redis, "stop-writes-on-bgsave-error", "yes");
        await failDump(redis);
      },
      mend: (redis) => set(redis, "stop-writes-on-bgsave-error", "no"),
    },
    {
      code: "CLUSTERDOWN", // A server of a cluster has no slots at first, and rests for seconds whenever it lost some.
      outages: 1,
      ail: async () => {},
      mend: (redis) => redis.call("CLUSTER", "ADDSLOTSRANGE", 0, 16_383),
    },
  ];

  it.for(cases)(
    "tells once in an outage why calls wait, and goes on: $code",
    async ({ code, outages = 2, ail, mend }, context) => {
      const clusterPort = outages === 1 ? { clusterPort: await freePort() } : {};
      const server = await ownRedis({ appendonly: false, ...clusterPort });
      context.skip(server.missing, "no redis-server");
      onTestFinished(() => server.stop());
      const redis = connect(server.port);
      const refused = async () => {
        const counts = await redis.info("errorstats");
        return Number(new RegExp(`errorstat_${code}:count=(\\d+)`).exec(counts)?.[1] ?? 0);
      };
      const { queue, heard } = open(redis);
      const push = (id: string) => queue.push([job(id)]).catch(() => null);
      for (let outage = 1; outage <= outages; outage++) {
        await ail(redis);
        const before = await refused();
        const taken = queue.take(long);
        await until(async () => (await refused()) >= before + 3, { what: "three refusals" });
        await mend(redis);
        await until(() => push(`${outage}`));
        const [first] = await taken;
        expect(first?.id).toBe(`${outage}`);
        await queue.settle([first?.receipt ?? ""]);
        const codes = heard.map(({ message }) => /\(([A-Z]+)\)/.exec(message)?.[1]);
        expect(codes).toEqual(Array.from({ length: outage }, () => code));
      }
      expect(heard[0]).toMatchObject({ code: "store_unavailable", retryable: true });
    },
  );
});

describe("Redis that will never carry out the same command", () => {
  const unsupported = { code: "store_unsupported", retryable: false };

  it("says that the server is too old, to every caller and to whoever consumes", async (context) => {
    const server = await ownRedis({ appendonly: false });
    context.skip(server.missing, "no redis-server");
    onTestFinished(() => server.stop());
    const { queue, heard } = open(connect(await oldServerBefore(server.port)));
    const tooOld = { ...unsupported, message: expect.stringContaining("older than 7.0") };
    await expect(queue.push([job("1")])).rejects.toMatchObject(tooOld);
    await expect(queue.take(long)).rejects.toMatchObject(tooOld);
    const { signal } = new AbortController();
    await expect(consume(queue, async () => {}).run({ signal })).rejects.toMatchObject(tooOld);
    expect(heard).toEqual([]);
  });

  it("says that another node of the cluster has the keys", async (context) => {
    const cluster = await ownRedisCluster();
    context.skip(cluster.missing, "no redis-server");
    onTestFinished(() => cluster.stop());
    const name = randomPrefix();
    const answers = await Promise.allSettled(
      cluster.nodes.map(async ({ port }) => {
        const queue = redisQueue(connect(port), { name, schema: { parse: String } });
        onTestFinished(() => queue.close());
        await queue.take({ ...long, waitMs: 0 });
      }),
    );
    const refused = { ...unsupported, message: expect.stringContaining("`Cluster` client") };
    expect(answers.filter(({ status }) => status === "rejected")).toMatchObject([
      { reason: refused },
      { reason: refused },
    ]);
  });
});
