import { realpathSync } from "node:fs";
import { redisPeople } from "@tgmem/contracts";
import { filesOf, mustBeFolder } from "@tgmem/folder";
import { parseEnv, sessionVariables } from "@tgmem/service";
import { z } from "zod";
import { isAsking } from "../people/is-asking.ts";
import { holdsSomething, removeAll } from "../system/keys.ts";
import { mustNotRun } from "../system/must-not-run.ts";
import { type System, withSystem } from "../system/open-system.ts";
import type { Env } from "../terminal/terminal.ts";
import { carry } from "./carry.ts";
import { copyLogIn, type LogIn, mustHaveRoom } from "./log-in.ts";
import { nameOfPlace, readMark, writeMark } from "./mark.ts";
import { type Moved, stopped } from "./moved.ts";

interface MoveOptions {
  readonly data: string;
  readonly env: Env;
  readonly signal: AbortSignal;
}

/**
 * Carries everything from the folder of a bot in one process to a Redis that holds nothing, and its log-in to the file of the
 * receiver. What was broken off is begun anew. Rejects while either bot runs.
 */
export async function moveToRedis(url: string, { data, env, signal }: MoveOptions): Promise<Moved> {
  mustBeFolder(data);
  const { TELEGRAM_SESSION } = parseEnv(z.object(sessionVariables), env);
  const logIn = { from: filesOf(data).session, to: TELEGRAM_SESSION };
  const work = (from: System) =>
    withSystem({ ...env, REDIS_URL: url }, async (to): Promise<Moved> => {
      await mustNotRun(from.redis);
      await mustNotRun(to.redis);
      const next = [
        ...(await howToAsk(from, { data, env })),
        `Start the four apps on that Redis, and look at tgmem status. Never start pnpm bot on ${data} again: what it holds is answered there.`,
        `When all is well, remove it: rm -r ${data}`,
      ];
      const name = nameOfPlace(realpathSync(data));
      const mark = await readMark(to.redis);
      const isOurs = mark?.from === name;
      if (isOurs && mark.isDone) return { next };
      mustHaveRoom(logIn);
      await makeRoom(to, isOurs);
      return { ...(await carryAll(from, to, { name, logIn, signal })), next };
    });
  return withSystem(env, work, { data });
}

/** Removes what a move from the same place has left half done. Rejects where there is anything else. */
async function makeRoom({ server }: System, isOurs: boolean): Promise<void> {
  if (!server) return;
  if (isOurs) await removeAll(server);
  else if (await holdsSomething(server))
    throw new Error("That Redis holds an installation already: empty it, or name another one.");
}

async function carryAll(
  from: System,
  to: System,
  {
    name,
    logIn,
    signal,
  }: { readonly name: string; readonly logIn: LogIn; readonly signal: AbortSignal },
): Promise<Pick<Moved, "carried" | "hasLogIn">> {
  try {
    await writeMark(to.redis, { from: name, isDone: false });
    const carried = await carry(from, to, { signal });
    const hasLogIn = copyLogIn(logIn);
    await writeMark(to.redis, { from: name, isDone: true });
    return { carried, hasLogIn };
  } catch (error) {
    throw stopped(error);
  }
}

/** A bot in one process that lists nobody asks about everybody; four apps let everybody in, unless they are told to ask. */
async function howToAsk(
  { redis }: System,
  where: { readonly data: string; readonly env: Env },
): Promise<readonly string[]> {
  if (!isAsking(where) || isAsking({ env: where.env })) return [];
  const admins = (await redisPeople(redis).list()).filter(({ standing }) => standing === "admin");
  const ids = admins.map(({ id }) => id).join(",") || "your id";
  return [
    `Set ASK_ADMIN=on and ADMIN_USER=${ids}: otherwise everybody may talk to the four apps, because WHITELIST_USER names nobody.`,
  ];
}
