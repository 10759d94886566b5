import type { OutboundMessage } from "@tgmem/contracts";
import type { Job } from "@tgmem/queue";
import {
  type Formatted,
  type OutgoingMessage,
  randomId,
  type SendResult,
  splitFormatted,
  TelegramError,
  type TelegramPort,
} from "@tgmem/telegram";

/** A part of an answer that is one message, if Telegram takes it. */
export interface Part {
  readonly job: Job<OutboundMessage>;
  /** The number of the part, from 0. */
  readonly part: number;
  readonly text: Formatted;
}

/** What Telegram refused of a message, which was then sent without it, or, for its length, in pieces. */
export type Degraded = "formatting" | "reply" | "topic" | "length";

export interface SendPartOptions {
  readonly telegram: Pick<TelegramPort, "send">;
  /** Shows the beginning of an answer, where that is not sent as a message of its own. */
  readonly showFirst?: ((message: OutgoingMessage) => Promise<SendResult>) | undefined;
  readonly onDegraded: (what: Degraded) => void;
  readonly signal: AbortSignal;
}

/** A part below this length is not cut again: it is not the length that is wrong. */
const minCutLength = 128;

/**
 * Sends one part; resolves with how many messages it became. A part that is too long for Telegram, however it counts,
 * becomes several; one that is empty for Telegram becomes none.
 */
export async function sendPart(
  { job, part, text }: Part,
  { telegram, showFirst, onDegraded, signal }: SendPartOptions,
): Promise<number> {
  const { chatId, topicId, replyToMessageId } = job.body;
  return sendAs(text, job.id, part, part === 0);

  async function sendAs(
    one: Formatted,
    series: string,
    number: number,
    isFirst: boolean,
  ): Promise<number> {
    try {
      const message = {
        ...one,
        chatId,
        ...(topicId === undefined ? {} : { topicId }),
        randomId: randomId(series, number),
        ...(isFirst && replyToMessageId !== undefined ? { replyToMessageId } : {}),
      };
      const { without = [] } =
        isFirst && showFirst ? await showFirst(message) : await telegram.send(message, { signal });
      for (const what of without) onDegraded(what);
      return 1;
    } catch (error) {
      if (!(error instanceof TelegramError)) throw error;
      if (error.code === "empty") return 0;
      if (error.code !== "too_long" || one.text.length <= minCutLength) throw error;
    }
    onDegraded("length");
    // However Telegram counts, half of it is shorter.
    const pieces = splitFormatted(one, Math.ceil(one.text.length / 2));
    let sent = 0;
    // A series of its own: the numbers of the parts that follow stay as they are.
    for (const [index, piece] of pieces.entries())
      sent += await sendAs(piece, `${series}~${number}`, index, isFirst && index === 0);
    return sent;
  }
}
