import { randomPrefix, startRedis, testEngine } from "@tgmem/testbed";

/** An engine and a Redis of their own, as every app needs them; `defer` is told at once what ends each. */
export async function startServers(defer: (cleanup: () => unknown) => void) {
  const redis = await startRedis({ fsync: "everysec" });
  defer(() => redis.stop());
  const engine = await testEngine();
  if (engine.missing)
    throw new Error("There is no engine: install PostgreSQL and Go, or set HATCHET_CLIENT_TOKEN.");
  defer(() => engine.stop({ drop: true }));
  return {
    engine,
    env: {
      ...engine.clientEnv,
      HATCHET_CLIENT_NAMESPACE: randomPrefix().replaceAll(/\W/g, ""),
      REDIS_URL: redis.url,
    },
  };
}
