import { randomInt, timingSafeEqual } from "node:crypto";
import { argumentOf, commandOf, type People } from "@tgmem/contracts";
import { randomId } from "@tgmem/telegram";
import { textsFor } from "@tgmem/texts";
import type { ReceivedMessage } from "../receive.ts";
import type { Asking } from "./question.ts";

/** Letters and digits that nobody takes for one another. */
const alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const codeLength = 8;

/** Makes a code that nobody guesses: 40 bits. It is shown where the bot runs, and to nobody else. */
export const newPairingCode = (): string =>
  Array.from({ length: codeLength }, () => alphabet[randomInt(alphabet.length)]).join("");

export interface PairingOptions {
  readonly code: string;
  readonly people: Pick<People, "pair">;
  readonly telegram: Pick<Asking, "send">;
  /** Hears of the operator, once. */
  readonly onPaired?: (id: string) => void;
  readonly signal: AbortSignal;
}

/**
 * Makes the first person who sends the code in private, alone or behind /start, the operator of a bot that has none. Resolves
 * with whether the message was the code of that person; anything else, also the code from somebody later, is a message as any
 * other. Safe to repeat.
 */
export function createPairing({ code, people, telegram, onPaired, signal }: PairingOptions) {
  return async function pair(message: ReceivedMessage): Promise<boolean> {
    const { userId: id, chatId, text, sender } = message;
    const said = commandOf(text) === "start" ? argumentOf(text) : text;
    if (chatId !== id || !isSame(said, code)) return false;
    const { name, languageCode: language } = sender ?? {};
    const isPaired = await people.pair({
      id,
      ...(name && { name }),
      ...(language && { language }),
    });
    if (!isPaired) return false;
    onPaired?.(id);
    const key = randomId(`paired:${id}:${code}`, 0);
    const { paired } = textsFor(language).newcomer;
    await telegram.send({ chatId, text: paired, randomId: key }, { signal });
    return true;
  };
}

/** Compares in a time that tells nothing of the code. */
function isSame(said: string, code: string): boolean {
  const [given, wanted] = [said.trim().toUpperCase().replaceAll(/[\s-]/gu, ""), code].map((text) =>
    Buffer.from(text),
  );
  if (given?.length !== wanted?.length || !given || !wanted) return false;
  return timingSafeEqual(given, wanted);
}
