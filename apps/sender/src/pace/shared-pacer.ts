import { type Redis, withDeadline } from "@tgmem/service";
import { chatLimits, type Pacer, type PacerOptions } from "@tgmem/telegram";
import { acquireScript, pauseScript } from "./pace-script.ts";

/** A pacer that may have to ask somebody. */
export interface AskedPacer {
  acquire(chatId: string, options?: { readonly spare?: boolean }): number | Promise<number>;
  pauseChat(chatId: string, ms: number): void | Promise<void>;
  pauseAll(ms: number): void | Promise<void>;
}

export interface SharedPacerOptions extends Omit<PacerOptions, "now"> {
  /** Decides while Redis does not answer; it knows this process alone. */
  readonly ownPacer: Pacer;
  /** Begins the keys: the pace belongs to one account. */
  readonly prefix: string;
  /** Hears that Redis did not answer. */
  readonly onError: (error: unknown) => void;
  /** A clock in ms; absent = that of Redis. */
  readonly now?: () => number;
  /** How long Redis may take, in ms. @default 250 */
  readonly answerMs?: number;
}

/** The numbers are those of the pacer of one process. */
const keptOfMinute = 10;
const latenessMs = 50;

/**
 * Makes a pacer that all senders of an account share by way of Redis, so that together they keep its limits, and one that was started again
 * keeps those of before. A Redis that is away or slow does not stop anybody: then each sender keeps them by itself.
 */
export function createSharedPacer(
  redis: Pick<Redis, "eval">,
  options: SharedPacerOptions,
): AskedPacer {
  const {
    ownPacer,
    prefix,
    perSecond,
    chatIntervalMs,
    onError,
    now = () => 0,
    answerMs = 250,
  } = options;
  const account = `${prefix}all`;
  const chat = (chatId: string) => `${prefix}chat:${chatId}`;

  const ask = (script: string, keys: readonly string[], args: readonly (string | number)[]) =>
    withDeadline(redis.eval(script, keys.length, ...keys, now(), ...args), {
      ms: answerMs,
      late: () => new Error(`Redis did not answer within ${answerMs} ms.`),
    });

  async function pauseAt(key: string, ms: number): Promise<void> {
    await ask(pauseScript, [key], [ms]).catch(onError);
  }

  return {
    async acquire(chatId, { spare = false } = {}) {
      const { intervalMs, burst, perMinute = 0 } = chatLimits(chatId, chatIntervalMs);
      const keys = [account, chat(chatId), `${prefix}minute:${chatId}`];
      const limits = [1_000 / perSecond, intervalMs, burst, perMinute, spare ? 1 : 0];
      try {
        const waitMs = Number(
          await ask(acquireScript, keys, [...limits, keptOfMinute, latenessMs]),
        );
        // What goes is noted here, too, for the time when Redis does not answer.
        if (waitMs === 0) ownPacer.acquire(chatId, { spare });
        return waitMs;
      } catch (error) {
        onError(error);
        return ownPacer.acquire(chatId, { spare });
      }
    },
    async pauseChat(chatId, ms) {
      ownPacer.pauseChat(chatId, ms);
      await pauseAt(chat(chatId), ms);
    },
    async pauseAll(ms) {
      ownPacer.pauseAll(ms);
      await pauseAt(account, ms);
    },
  };
}
