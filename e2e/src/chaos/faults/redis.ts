import { appendFile, readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { newestLog, rewriteLog } from "@tgmem/testbed";
import type { World } from "../world.ts";
import type { Strike } from "./strike.ts";

/** Redis as it is found after a crash: started again, and its log written anew (docs/decisions/0015-half-a-script.md). */
async function comeBack({ redis, redisServer }: World): Promise<void> {
  await redisServer.restart();
  await rewriteLog(redis);
}

export const killed: Strike = async (world, { lastsMs }) => {
  await world.redisServer.kill();
  await pause(lastsMs);
  await comeBack(world);
};

/**
 * The power goes while a script is being written: the log ends in its middle. Nobody was told that it had been carried out, so
 * nothing may be missing afterwards. What was acknowledged is on the disk: Redis writes `always` here. What `everysec` takes
 * besides, the receiver asks Telegram for again, which has a test of its own (apps/receiver/src/power-loss.test.ts).
 */
export const powerLost: Strike = async (world, { lastsMs, which }) => {
  const file = await newestLog(world.redis);
  await world.redisServer.kill();
  const log = await readFile(file, "latin1");
  const from = log.lastIndexOf("*1\r\n$5\r\nMULTI\r\n");
  const till = log.indexOf("*1\r\n$4\r\nEXEC\r\n", from);
  // The last script once more stands for one that was under way.
  if (from >= 0 && till > from) {
    const bytes = Math.max(1, Math.floor((till - from) * which));
    await appendFile(file, log.slice(from, from + bytes), "latin1");
  }
  await pause(lastsMs);
  await comeBack(world);
};

export const frozen: Strike = async ({ redis }, { lastsMs }) => {
  const pid = Number(/^process_id:(\d+)/m.exec(await redis.info("server"))?.[1]);
  process.kill(pid, "SIGSTOP");
  await pause(lastsMs);
  process.kill(pid, "SIGCONT");
};

/** It refuses whatever needs memory. */
export const full: Strike = async ({ redis }, { lastsMs }) => {
  await redis.config("SET", "maxmemory", "1");
  await pause(lastsMs);
  await redis.config("SET", "maxmemory", "0");
};

/** It refuses every write, as one whose replicas are gone, or whose place another one has taken. */
export const readOnly: Strike = async ({ redis }, { lastsMs, which }) => {
  if (which < 0.5) await redis.config("SET", "min-replicas-to-write", "1");
  else await redis.call("REPLICAOF", "127.0.0.1", "1");
  await pause(lastsMs);
  if (which < 0.5) await redis.config("SET", "min-replicas-to-write", "0");
  else await redis.call("REPLICAOF", "NO", "ONE");
};
