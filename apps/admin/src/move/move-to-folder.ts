import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { createFolder, filesOf } from "@tgmem/folder";
import { parseEnv, redisVariables, sessionVariables } from "@tgmem/service";
import { z } from "zod";
import { mustNotRun } from "../system/must-not-run.ts";
import { type System, withSystem } from "../system/open-system.ts";
import type { Env } from "../terminal/terminal.ts";
import { carry } from "./carry.ts";
import { copyLogIn } from "./log-in.ts";
import { nameOfPlace, readMark, writeMark } from "./mark.ts";
import { type Moved, stopped } from "./moved.ts";

interface MoveOptions {
  readonly env: Env;
  readonly signal: AbortSignal;
}

/**
 * Carries everything from Redis to a new folder for a bot in one process, with the log-in of the receiver. The folder has its
 * name only when all is there; what was broken off is begun anew. Rejects while the bot runs.
 */
export async function moveToFolder(folder: string, { env, signal }: MoveOptions): Promise<Moved> {
  const { REDIS_URL, TELEGRAM_SESSION } = parseEnv(
    z.object({ ...redisVariables, ...sessionVariables }),
    env,
  );
  const { host, pathname } = new URL(REDIS_URL);
  const name = nameOfPlace(`${host}${pathname}`);
  const next = [
    `Start pnpm bot --data ${folder}, and look at tgmem --data ${folder} status. Never start the four apps on that Redis again: what it holds is answered here.`,
    `When all is well, empty that Redis (redis-cli FLUSHDB, if nothing else is in it), and remove ${TELEGRAM_SESSION}.`,
  ];
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    if (await wasMoved(folder, { env, name })) return { next };
    throw new Error(`${folder} is there already: name a new folder.`);
  }
  return withSystem(env, async (from) => {
    await mustNotRun(from.redis);
    const half = `${folder.replace(/\/+$/u, "")}.moving-${name}`;
    try {
      rmSync(half, { recursive: true, force: true });
      await createFolder(half);
      const fill = async (to: System) => {
        const carried = await carry(from, to, { signal });
        await writeMark(to.redis, { from: name, isDone: true });
        return carried;
      };
      const carried = await withSystem(env, fill, { data: half });
      const hasLogIn = copyLogIn({ from: TELEGRAM_SESSION, to: filesOf(half).session });
      renameSync(half, folder);
      return { carried, hasLogIn, next };
    } catch (error) {
      throw stopped(error);
    }
  });
}

/** Whether the folder is what this move has made. */
async function wasMoved(
  folder: string,
  { env, name }: { readonly env: Env; readonly name: string },
): Promise<boolean> {
  const { records } = filesOf(folder);
  if (!existsSync(records)) return false;
  const mark = await withSystem(env, ({ redis }) => readMark(redis), { data: folder });
  return mark?.from === name && mark.isDone;
}
