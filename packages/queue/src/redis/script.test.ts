import { randomPrefix, testRedis } from "@tgmem/testbed";
import { Redis } from "ioredis";
import { beforeEach, expect, it, onTestFinished, vi } from "vitest";
import { script } from "./script.ts";

const server = await testRedis();
beforeEach((context) => context.skip(server.missing, "no redis-server"));

function connect(): Redis {
  const redis = new Redis(server.url);
  onTestFinished(() => redis.disconnect());
  return redis;
}

it("sends its text once, where the server does not know it, and then its hash", async () => {
  const redis = connect();
  const sent = vi.spyOn(redis, "eval");
  const run = script<string>(`return ARGV[1] -- ${randomPrefix()}`);
  expect([await run(redis, [], ["a"]), await run(redis, [], ["b"])]).toEqual(["a", "b"]);
  expect(sent).toHaveBeenCalledTimes(1);
});

it("runs once when it fails", async () => {
  const redis = connect();
  const key = randomPrefix();
  onTestFinished(async () => void (await redis.del(key)));
  const text = "redis.call('INCR', KEYS[1]) return redis.error_reply('ERR broken')";
  await redis.script("LOAD", text);
  await expect(script(text)(redis, [key], [])).rejects.toThrow("broken");
  expect(await redis.get(key)).toBe("1");
});
