import { spawn } from "node:child_process";
import { Cluster, Redis } from "ioredis";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { randomPrefix } from "../random-prefix.ts";
import { until } from "@tgmem/processes";
import { isNewEnough, redisVersion } from "./answers.ts";
import { ownRedisCluster } from "./own-redis-cluster.ts";
import { redisBinary, startRedis } from "./start-redis.ts";
import { testRedis } from "./test-redis.ts";

const shared = await testRedis();

it("accepts Redis 7.0 and newer, and no older one", () => {
  expect(["6.2.14", "7.0.0", "7.2.4", "8.0.1", "10.0.0"].map(isNewEnough)).toEqual([
    false,
    true,
    true,
    true,
    true,
  ]);
});

it("finds no server on a PATH that has none", () => {
  expect(redisBinary("/nowhere:/dev")).toBeNull();
});

it.skipIf(shared.missing)(
  "answers with a server that is new enough, the same one each time",
  async () => {
    expect(isNewEnough((await redisVersion(shared.url)) ?? "0")).toBe(true);
    expect(await testRedis()).toBe(shared);
  },
);

it("says that REDIS_URL is wrong instead of using another server", async () => {
  vi.stubEnv("REDIS_URL", "redis://127.0.0.1:1");
  onTestFinished(() => void vi.unstubAllEnvs());
  vi.resetModules();
  const fresh = await import("./test-redis.ts");
  await expect(fresh.testRedis()).rejects.toThrow("REDIS_URL is set, but nobody answers there");
});

it("gives each test a prefix of its own", () => {
  expect(new Set(Array.from({ length: 100 }, randomPrefix)).size).toBe(100);
});

describe.skipIf(redisBinary() === null)("a private server", () => {
  it("keeps what it acknowledged over a kill and a restart", async () => {
    const server = await startRedis();
    onTestFinished(() => server.stop());
    const redis = new Redis(server.url);
    redis.on("error", () => {});
    onTestFinished(() => redis.disconnect());
    await redis.set("a", "1");
    await server.kill();
    expect(await redisVersion(server.url)).toBeNull();
    await server.restart();
    expect(await redis.get("a")).toBe("1");
  });

  it("takes no other server for its own, which has got the port meanwhile", async () => {
    const server = await startRedis();
    onTestFinished(() => server.stop());
    await server.kill();
    const other = spawn(redisBinary() ?? "", ["--port", String(server.port), "--save", ""], {
      stdio: "ignore",
    });
    onTestFinished(() => void other.kill("SIGKILL"));
    await until(() => redisVersion(server.url));
    await expect(server.restart()).rejects.toThrow(`ended with code 1 on port ${server.port}`);
  });

  it("forgets everything over a restart without an append-only file", async () => {
    const server = await startRedis({ appendonly: false });
    onTestFinished(() => server.stop());
    const redis = new Redis(server.url);
    redis.on("error", () => {});
    onTestFinished(() => redis.disconnect());
    await redis.set("a", "1");
    await server.restart();
    expect(
      await until(async () => (await redis.get("a").catch(() => "unreachable")) ?? "nothing"),
    ).toBe("nothing");
  });
});

it.skipIf(redisBinary() === null)("starts a cluster whose servers share all keys", async () => {
  const servers = await ownRedisCluster();
  onTestFinished(() => servers.stop());
  const cluster = new Cluster([...servers.nodes]);
  onTestFinished(() => cluster.disconnect());
  for (let n = 0; n < 50; n++) await cluster.set(`key-${n}`, n);
  const counts = await Promise.all(cluster.nodes("master").map((node) => node.dbsize()));
  expect([counts.length, Math.min(...counts) > 0]).toEqual([3, true]);
  expect(counts.reduce((sum, count) => sum + count)).toBe(50);
});
