import { testPostgres } from "./postgres/test-postgres.ts";
import { testRedis } from "./redis/test-redis.ts";

/**
 * Vitest's global set-up, which runs once before all test files: finds or starts the servers that tests share, and
 * names them by the variables that `testRedis` and `testPostgres` read in each file. What it starts ends with the run.
 */
export default async function shareServers(): Promise<void> {
  await Promise.all([share("REDIS_URL", testRedis), share("PG_ADMIN_URL", testPostgres)]);
}

/** A server that is named already is left to the tests that use it: they say when it does not answer. */
async function share(
  variable: string,
  find: () => Promise<{ readonly url: string; readonly missing: boolean }>,
): Promise<void> {
  if (process.env[variable] !== undefined) return;
  const { url, missing } = await find();
  if (!missing) process.env[variable] = url;
}
