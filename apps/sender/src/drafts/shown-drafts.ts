import { type Redis, withDeadline } from "@tgmem/service";
import { beginScript, finishScript, replacedMs, shownMs } from "./shown-scripts.ts";

/** The message in which an answer grew while it was written. */
export interface Shown {
  /** Its number in the chat; absent when its sending was begun, and it is not known what became of it. */
  readonly messageId?: number;
}

/** It is not known which message shows a partial text: the memory did not answer. Nobody's fault, and better a little later. */
export class ShownDraftsError extends Error {
  override readonly name = "ShownDraftsError";
}

/**
 * Remembers which message shows the partial text of an answer, so that whoever sends the answer puts it there; holds no text.
 * Everything rejects with a `ShownDraftsError` when the memory does not answer in time: a guess would leave half an answer in
 * the chat.
 */
export interface ShownDrafts {
  /**
   * Notes that a message for the partial text is going to be sent, and MUST be called before it is. Resolves with what was
   * known of it until now, or with undefined when the answer itself is sent already: then no partial text may be shown.
   */
  begin(jobId: string): Promise<Shown | undefined>;
  /** Notes the number of that message. */
  note(jobId: string, messageId: number): Promise<void>;
  /** Resolves with whether the answer itself is sent, by whatever process. */
  isOver(jobId: string): Promise<boolean>;
  /**
   * Notes that the job `by` is sent from now on in place of the partial text, and resolves with the message that was begun for
   * it; undefined = none was, or another job has taken its place. Twice is the same as once.
   */
  finish(jobId: string, options: { readonly by: string }): Promise<Shown | undefined>;
  /** Forgets that message, because it cannot be changed: from now on the answer is one of its own. */
  forget(jobId: string): Promise<void>;
}

/** Keeps one small hash for each answer: for a day where a partial text was shown, else for ten minutes. */
export function redisShownDrafts(
  redis: Pick<Redis, "eval" | "hset" | "hexists" | "hdel">,
  { prefix = "tgmem:shown:", ms = 2_000 }: { readonly prefix?: string; readonly ms?: number } = {},
): ShownDrafts {
  const late = () => new Error(`Redis gave no answer within ${ms} ms.`);
  const inTime = <T>(work: Promise<T>) =>
    withDeadline(work, { ms, late }).catch((cause: unknown): never => {
      throw new ShownDraftsError("Redis does not say what was shown of an answer.", { cause });
    });
  const run = async (script: string, jobId: string, ...args: (string | number)[]) =>
    shownOf(await inTime(redis.eval(script, 1, `${prefix}${jobId}`, ...args)));
  return {
    begin: (jobId) => run(beginScript, jobId),
    async note(jobId, messageId) {
      await inTime(redis.hset(`${prefix}${jobId}`, "message", messageId));
    },
    isOver: async (jobId) => (await inTime(redis.hexists(`${prefix}${jobId}`, "over"))) === 1,
    finish: (jobId, { by }) => run(finishScript, jobId, by, by === jobId ? shownMs : replacedMs),
    async forget(jobId) {
      await inTime(redis.hdel(`${prefix}${jobId}`, "begun", "message"));
    },
  };
}

/** Reads a reply: nothing, or the number of the message, which is empty where it is not known. */
function shownOf(reply: unknown): Shown | undefined {
  if (typeof reply !== "string") return undefined;
  const messageId = Number(reply);
  return Number.isSafeInteger(messageId) && messageId > 0 ? { messageId } : {};
}
