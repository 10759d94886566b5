import { InvalidArgumentError } from "@commander-js/extra-typings";
import type { Terminal } from "../terminal/terminal.ts";
import { moveToFolder } from "./move-to-folder.ts";
import { moveToRedis } from "./move-to-redis.ts";
import { counted } from "../counted.ts";
import type { Moved } from "./moved.ts";

export interface MoveArguments extends Pick<Terminal, "env" | "data" | "print" | "signal"> {
  readonly to: string;
  readonly json: boolean;
}

/** Runs `tgmem move`. Resolves with the exit code. */
export async function moveCommand({
  to,
  data,
  env,
  json,
  print,
  signal,
}: MoveArguments): Promise<number> {
  const isToRedis = /^rediss?:/u.test(to);
  if (isToRedis && data === undefined)
    throw new InvalidArgumentError(
      "--data names the folder that moves to Redis. From one Redis to another: tgmem backup and restore.",
    );
  if (!isToRedis && data !== undefined)
    throw new InvalidArgumentError(
      "A folder moves to --to redis://host:port. To another place on a disk: stop the bot, and move the folder.",
    );
  const moved =
    data === undefined
      ? await moveToFolder(to, { env, signal })
      : await moveToRedis(to, { data, env, signal });
  print(json ? JSON.stringify(moved) : linesOf(moved).join("\n"));
  return 0;
}

function linesOf({ carried, hasLogIn, next }: Moved): readonly string[] {
  if (!carried) return ["Everything was moved there before; nothing is done now.", ...next];
  const { jobs, deadLetters, chats, facts } = carried;
  const what = [
    counted(jobs, "job"),
    counted(deadLetters, "dead letter"),
    counted(chats, "chat"),
    counted(facts, "fact"),
    ...(hasLogIn ? ["the log-in"] : []),
  ];
  return [`Moved ${what.slice(0, -1).join(", ")} and ${what.at(-1)}.`, ...next];
}
