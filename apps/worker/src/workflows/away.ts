import {
  commandOf,
  type InboundMessage,
  isCommand,
  outboundJob,
  type OutboundMessage,
} from "@tgmem/contracts";
import type { Memory } from "@tgmem/memory";
import type { Job, Producer } from "@tgmem/queue";
import { textsFor } from "@tgmem/texts";
import type { AwayMark, AwayMarks } from "../told.ts";

export interface AwayOptions {
  readonly outbound: Producer<OutboundMessage>;
  readonly memory: Pick<Memory, "open">;
  /** A message that waited this long, in ms, and a minute at least, before anybody looked at it is not answered. */
  readonly answerWithinMs: number;
  readonly marks: AwayMarks;
  /** Whether somebody has tried to answer the message: its end is an apology, not an absence. */
  readonly wasTried: (id: string) => boolean | Promise<boolean>;
  readonly now?: () => number;
}

/** A message that is younger waits in a queue, however short `answerWithinMs` is, and not for somebody who is away. */
const leastAwayMs = 60_000;

/** Says of a message whether nobody was there to answer it in time, and tells its chat once for each absence. */
export type PassOver = (
  job: Job<InboundMessage>,
  options: { readonly signal: AbortSignal },
) => Promise<boolean>;

/** What a person wants erased, or kept off the record, is obeyed however late. An /undo would erase an earlier message. */
const obeyed: ReadonlySet<string | undefined> = new Set(["forget", "pause", "resume"]);

/**
 * Makes what looks at a message before it is answered: one that waited too long, at Telegram and on the list together,
 * is neither answered nor remembered.
 */
export function createPassOver(options: AwayOptions): PassOver {
  const { outbound, memory, answerWithinMs, marks, wasTried, now = Date.now } = options;

  return async ({ id, attempt, pushedAtMs = now(), body }, { signal }) => {
    // The time of the push is new for a letter that is replayed, which an operator wants answered.
    const waitedMs = (body.waitedMs ?? 0) + (now() - pushedAtMs);
    if (waitedMs < Math.max(answerWithinMs, leastAwayMs)) return false;
    if (isCommand(body.text) && obeyed.has(commandOf(body.text))) return false;
    if (attempt > 1 || (await wasTried(id))) return false;
    // Its process may have died between the answer and its way out.
    const { replay } = await memory.open(body.chatId, { turnId: id, signal });
    if (replay !== undefined) return false;
    const atMs = now();
    // One line covers all that was said before it. Whoever dies before its line is out tells it again, under the same id.
    const covers = (mark: AwayMark | undefined) =>
      mark !== undefined && mark.atMs >= atMs - waitedMs && mark.id !== id;
    if (covers(await marks.get(body.chatId))) return true;
    signal.throwIfAborted();
    // A command is looked at beside the chat's messages.
    if (covers(await marks.swap(body.chatId, { atMs, id }))) return true;
    await outbound.push([outboundJob(`away:${id}`, body, textsFor(body.language).away)]);
    return true;
  };
}
