import {
  markAnswering,
  readSpent,
  redisForgetMarks,
  redisModelChoices,
  redisSpending,
} from "@tgmem/contracts";
import { readProcesses, type Redis } from "@tgmem/service";
import type { Records } from "./create-runs.ts";
import type { WorkerEnv } from "./env.ts";
import { awayMarks, firstTime, wasTold } from "./told.ts";
import { createDrafts } from "./workflows/drafts.ts";

/** Longer than the messages of one absence take to be looked at. */
const awayForMs = 7 * 86_400_000;

/** Keeps them in Redis, or in what answers as Redis does. Where answers are stopped depends on how many processes there are. */
export const redisRecords = (
  redis: Pick<
    Redis,
    | "del"
    | "eval"
    | "exists"
    | "get"
    | "getex"
    | "hgetall"
    | "multi"
    | "publish"
    | "set"
    | "smembers"
    | "status"
    | "time"
    | "zadd"
    | "zrem"
  >,
  env: Pick<WorkerEnv, "ANSWER_WITHIN" | "STREAM_ANSWERS">,
): Omit<Records, "stops"> => ({
  spending: redisSpending(redis),
  spent: (day) => readSpent(redis, day),
  choices: redisModelChoices(redis),
  processes: () => readProcesses(redis),
  isFirst: firstTime(redis, { forMs: 2 * env.ANSWER_WITHIN }),
  isTold: wasTold(redis),
  forgotten: redisForgetMarks(redis),
  away: awayMarks(redis, { forMs: awayForMs }),
  mark: (message) => markAnswering(redis, message),
  drafts: env.STREAM_ANSWERS ? createDrafts(redis) : undefined,
});
