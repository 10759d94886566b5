import type { ConnectOptions } from "@tgmem/engine";
import { Redis } from "ioredis";
import { type AppProcess, startApp } from "../apps/app-process.ts";
import { createCleanups } from "../apps/cleanups.ts";
import { startServers } from "../apps/servers.ts";
import { childrenOf } from "../cpu.ts";
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
  const cleanups = createCleanups();
  try {
    const { engine, env } = await startServers(cleanups.defer);
    const redis = new Redis(env.REDIS_URL, { maxRetriesPerRequest: null });
    cleanups.defer(() => redis.quit());

    const apps: AppProcess[] = [];
    for (const app of ["worker", "consumer"] as const) {
      // What was said long ago is searched by a bench of its own.
      const started = await startApp(app, { ...env, RECALL_WORDS: "0" });
      cleanups.defer(() => started.stop());
      apps.push(started);
    }
    const tls = env.HATCHET_CLIENT_TLS_STRATEGY;
    const options: ConnectOptions = {
      token: env.HATCHET_CLIENT_TOKEN,
      tls: tls === "tls" || tls === "mtls" ? tls : "none",
      hostPort: env.HATCHET_CLIENT_HOST_PORT,
      apiUrl: env.HATCHET_CLIENT_API_URL,
      namespace: env.HATCHET_CLIENT_NAMESPACE,
    };
    const bare = await startBare(options);
    cleanups.defer(() => bare.stop());
    const chats = ours(redis);
    cleanups.defer(() => chats.close());

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
      stop: cleanups.run,
    };
  } catch (error) {
    await cleanups.run();
    throw error;
  }
}

async function engineVersion(apiUrl: string): Promise<string> {
  const response = await fetch(`${apiUrl}/api/v1/version`);
  const { version }: { version?: string } = response.ok ? JSON.parse(await response.text()) : {};
  return version ?? "unknown";
}
