import {
  type OutgoingMessage,
  type SendResult,
  TelegramError,
  type TelegramPort,
} from "@tgmem/telegram";
import type { Drafts, Grown } from "./drafts/drafts.ts";
import { draftRandomId } from "./drafts/show-draft.ts";

/** The beginning of an answer, as it would be sent, and where it is shown instead. */
export interface GrownAnswer {
  readonly message: OutgoingMessage;
  readonly grown: Grown;
  /** The job whose drafts grew there. */
  readonly draftId: string;
}

export interface ShowAnswerOptions {
  readonly telegram: Pick<TelegramPort, "send" | "edit">;
  readonly drafts: Pick<Drafts, "forget">;
  readonly signal: AbortSignal;
}

/**
 * Shows the beginning of an answer in the message in which it grew; where that is gone, in one of its own. Safe to repeat, as
 * sending is.
 */
export async function showAnswer(
  { message, grown, draftId }: GrownAnswer,
  { telegram, drafts, signal }: ShowAnswerOptions,
): Promise<SendResult> {
  const { chatId, text, entities = [] } = message;
  // A message that is there already is not sent again, and Telegram says which it is.
  const { messageId } =
    grown.messageId === undefined
      ? await telegram.send({ ...message, randomId: draftRandomId(draftId) }, { signal })
      : grown;
  if (messageId !== undefined)
    try {
      const change = { chatId, messageId, text, entities };
      const result = await telegram.edit(change, { signal });
      // What got no answer may have been carried out behind this one.
      return grown.isUnsure ? await telegram.edit(change, { signal }) : result;
    } catch (error) {
      if (!(error instanceof TelegramError && error.code === "edit_refused")) throw error;
    }
  await drafts.forget(draftId);
  return telegram.send(message, { signal });
}
