import type { OutboundMessage } from "@tgmem/contracts";
import type { Job } from "@tgmem/queue";
import { type Formatted, randomId, TelegramError, type TelegramPort } from "@tgmem/telegram";
import { smaller } from "./parts.ts";

export interface Part {
  readonly job: Job<OutboundMessage>;
  /** From 0. */
  readonly part: number;
  readonly text: Formatted;
}

export interface SendPartOptions {
  readonly telegram: Pick<TelegramPort, "send">;
  readonly onMended: (what: "formatting" | "reply" | "length") => void;
}

/** Below this it is not the length that is wrong. */
const shortest = 128;

/**
 * Sends one part; resolves with how many messages it became. A part that is too long for Telegram, however it counts,
 * becomes several; one that is empty for Telegram becomes none.
 */
export async function sendPart(
  { job, part, text }: Part,
  { telegram, onMended }: SendPartOptions,
  signal: AbortSignal,
): Promise<number> {
  const { chatId, replyToMessageId } = job.body;
  return sendAs(text, job.id, part, part === 0);

  async function sendAs(
    one: Formatted,
    series: string,
    number: number,
    isFirst: boolean,
  ): Promise<number> {
    try {
      const { without = [] } = await telegram.send(
        {
          ...one,
          chatId,
          randomId: randomId(series, number),
          ...(isFirst && replyToMessageId !== undefined ? { replyToMessageId } : {}),
        },
        { signal },
      );
      for (const what of without) onMended(what);
      return 1;
    } catch (error) {
      if (!(error instanceof TelegramError)) throw error;
      if (error.code === "empty") return 0;
      if (error.code !== "too_long" || one.text.length <= shortest) throw error;
    }
    onMended("length");
    let sent = 0;
    // A series of its own: the numbers of the parts that follow stay as they are.
    for (const [index, piece] of smaller(one).entries())
      sent += await sendAs(piece, `${series}~${number}`, index, isFirst && index === 0);
    return sent;
  }
}
