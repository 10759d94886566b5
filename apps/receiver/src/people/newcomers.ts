import type { People } from "@tgmem/contracts";
import { randomId, TelegramError } from "@tgmem/telegram";
import { textsFor } from "@tgmem/texts";
import type { ReceivedMessage } from "../receive.ts";
import { type Asking, question } from "./question.ts";

export interface NewcomersOptions {
  readonly people: Pick<People, "ask" | "asked" | "list">;
  readonly telegram: Asking;
  /** Ids of the operators who are named by `ADMIN_USER`. */
  readonly admins: ReadonlySet<string>;
  /** Hears of an operator or a newcomer to whom nothing could be written. */
  readonly onError: (error: unknown) => void;
  readonly signal: AbortSignal;
}

/**
 * Asks the operators about somebody who may not talk to the bot, once for each person, and tells the person so in one
 * sentence. Nothing of the message is kept: whoever is let in says it again. Only private chats are asked about, because in a
 * group a stranger would make the bot talk. Rejects while Telegram or the list of people is away; safe to repeat.
 */
export function createNewcomers({ people, telegram, admins, onError, signal }: NewcomersOptions) {
  const hasButtons = telegram.account.isBot;

  return async function newcomer(message: ReceivedMessage): Promise<void> {
    const { userId: id, chatId, sender } = message;
    if (chatId !== id) return;
    const operators = await operatorsOf(people, admins);
    if (operators.size === 0) return;
    const { name, languageCode: language } = sender ?? {};
    const asking = await people.ask({ id, ...(name && { name }), ...(language && { language }) });
    if (asking.status !== "open") return;
    const { person, isLast } = asking;
    const questions: Record<string, number> = {};
    for (const operator of operators) {
      const messageId = await write(operator, question(person, { isLast, hasButtons }), message);
      if (messageId !== undefined) questions[operator] = messageId;
    }
    await write(id, { text: textsFor(language).newcomer.asked }, message);
    await people.asked(id, questions);
  };

  /** What Telegram refuses for good is given up, so that nobody's message waits for it. */
  async function write(
    chatId: string,
    content: Pick<Parameters<Asking["send"]>[0], "text" | "entities" | "buttons">,
    about: ReceivedMessage,
  ): Promise<number | undefined> {
    // The message that comes again after a crash asks no second time, also where Redis lost that it was asked about.
    const key = randomId(`newcomer:${about.userId}:${about.messageId}`, 0);
    try {
      return (await telegram.send({ chatId, ...content, randomId: key }, { signal })).messageId;
    } catch (error) {
      if (!(error instanceof TelegramError) || error.retryable) throw error;
      onError(error);
      return undefined;
    }
  }
}

/** Those of `ADMIN_USER`, and who has paired. */
export async function operatorsOf(
  people: Pick<People, "list">,
  admins: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const paired = (await people.list()).filter(({ standing }) => standing === "admin");
  return new Set([...admins, ...paired.map(({ id }) => id)]);
}
