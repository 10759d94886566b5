import type { ConnectOptions } from "@tgmem/engine";
import { randomPrefix, startRedis, testEngine } from "@tgmem/testbed";
import { Redis } from "ioredis";
import { childrenOf } from "../cpu.ts";
import { type AppProcess, startApp } from "./app-process.ts";
import { type BareEngine, startBare } from "./bare.ts";
import { ours, type Ours } from "./ours.ts";

export interface World {
  readonly ours: Ours;
  readonly bare: BareEngine;
  readonly redis: Redis;
  /** Process ids by what they are. Empty lists where nothing is known of them. */
  readonly pids: Readonly<Record<string, readonly number[]>>;
  readonly servers: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** Our two processes and a bare worker on one engine, and a Redis that is all theirs. No model but the offline one, no archive. */
export async function createWorld(): Promise<World> {
  const cleanups: (() => unknown)[] = [];
  const stop = async () => {
    for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
  };
  try {
    const redisServer = await startRedis({ fsync: "everysec" });
    cleanups.push(() => redisServer.stop());
    const redis = new Redis(redisServer.url, { maxRetriesPerRequest: null });
    cleanups.push(() => redis.quit());
    const engine = await testEngine();
    if (engine.missing)
      throw new Error(
        "There is no engine: install PostgreSQL and Go, or set HATCHET_CLIENT_TOKEN.",
      );
    cleanups.push(() => engine.stop({ drop: true }));

    const namespace = randomPrefix().replaceAll(/\W/g, "");
    const env = { ...engine.clientEnv, HATCHET_CLIENT_NAMESPACE: namespace };
    const apps: AppProcess[] = [];
    for (const app of ["worker", "consumer"] as const) {
      const started = await startApp(app, { ...env, REDIS_URL: redisServer.url });
      cleanups.push(() => started.stop());
      apps.push(started);
    }
    const tls = env.HATCHET_CLIENT_TLS_STRATEGY;
    const options: ConnectOptions = {
      token: env.HATCHET_CLIENT_TOKEN,
      tls: tls === "tls" || tls === "mtls" ? tls : "none",
      hostPort: env.HATCHET_CLIENT_HOST_PORT,
      apiUrl: env.HATCHET_CLIENT_API_URL,
      namespace,
    };
    const bare = await startBare(options);
    cleanups.push(() => bare.stop());
    const chats = ours(redis);
    cleanups.push(() => chats.close());

    const children = await childrenOf(process.pid);
    const sessions = engine.owned
      ? await engine.sql(
          "SELECT pid, version() AS version FROM pg_stat_activity WHERE datname = current_database()",
        )
      : [];
    const [workerPid = 0, consumerPid = 0] = apps.map(({ pid }) => pid);
    const pidOf = (command: string) => [children.get(command) ?? []].flat();
    return {
      ours: chats,
      bare,
      redis,
      pids: {
        bench: [process.pid],
        consumer: [consumerPid],
        worker: [workerPid],
        "bare worker": [bare.pid],
        redis: pidOf("redis-server"),
        engine: pidOf("hatchet-lite"),
        postgres: sessions.map(({ pid }) => Number(pid)),
      },
      servers: {
        engine: await engineVersion(env.HATCHET_CLIENT_API_URL),
        postgres: /\d+(\.\d+)?/.exec(String(sessions[0]?.["version"]))?.[0] ?? "unknown",
        redis: `${/redis_version:(\S+)/.exec(await redis.info("server"))?.[1] ?? "unknown"}, AOF every second`,
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function engineVersion(apiUrl: string): Promise<string> {
  const response = await fetch(`${apiUrl}/api/v1/version`);
  const { version }: { version?: string } = response.ok ? JSON.parse(await response.text()) : {};
  return version ?? "unknown";
}
